import CKernels
import Images
import Randomness

/// Fills batches with varied images. A class, as its memory is allocated once and serves all batches.
package final class Augmenter {
  private let augmentations: [any Augmentation]
  private let seed: UInt64
  private let places: [Int]
  private var pixels: [UInt8]
  private var room: [UInt8]

  /// Nil if there is nothing to vary, so that it costs nothing.
  package init?(_ augmentations: [any Augmentation], seed: UInt64, batchSize: Int, bytesPerImage: Int) {
    if augmentations.isEmpty { return nil }
    self.augmentations = augmentations
    self.seed = seed
    places = Array(0..<batchSize)
    pixels = [UInt8](repeating: 0, count: batchSize * bytesPerImage)
    room = [UInt8](repeating: 0, count: bytesPerImage)
  }

  /// Writes images of a batch as ``LabeledImages/copy(_:scaledInto:)`` does, varied for an epoch, which counts from 0.
  package func copy(
    _ samples: ArraySlice<Int>, of set: LabeledImages, epoch: Int, scaledInto batch: UnsafeMutableBufferPointer<Float>
  ) {
    let (images, size) = (set.images, set.images.bytesPerImage)
    precondition(
      samples.count <= places.count && room.count == size && batch.count >= samples.count * size,
      "a batch holds at most \(places.count) images of \(room.count) bytes")
    pixels.withUnsafeMutableBufferPointer { pixels in
      room.withUnsafeMutableBufferPointer { room in
        for (place, sample) in samples.enumerated() {
          let own = UnsafeMutableBufferPointer(rebasing: pixels[place * size..<(place + 1) * size])
          _ = own.update(fromContentsOf: images[sample])
          let image = AugmentedImage(
            pixels: own, room: room, height: images.height, width: images.width, channels: images.channels)
          for (index, augmentation) in augmentations.enumerated() {
            var random = SeededRandom(
              seed: seed, purpose: .augmentation, indices: [UInt64(epoch), UInt64(sample), UInt64(index)])
            augmentation.apply(to: image, random: &random)
          }
        }
      }
    }
    ck_scale_images(pixels, places, Int64(samples.count), Int64(size), batch.baseAddress)
  }
}
