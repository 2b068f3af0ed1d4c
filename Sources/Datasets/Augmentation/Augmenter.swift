import CKernels
import Images
import Randomness

/// Fills batches with varied images. A class, as its memory is allocated once and serves all batches.
package final class Augmenter {
  private let augmentations: [any Augmentation]
  private let set: LabeledImages
  private let seed: UInt64
  private let places: [Int]
  private var pixels: [UInt8]
  private var room: [UInt8]
  private var workspace: [UInt8]

  /// Varies images of a set. Nil if there is nothing to vary, so that it costs nothing.
  package init?(_ augmentations: [any Augmentation], of set: LabeledImages, seed: UInt64, batchSize: Int) {
    if augmentations.isEmpty { return nil }
    self.augmentations = augmentations
    self.set = set
    self.seed = seed
    places = Array(0..<batchSize)
    let images = set.images
    pixels = [UInt8](repeating: 0, count: batchSize * images.bytesPerImage)
    room = [UInt8](repeating: 0, count: images.bytesPerImage)
    workspace = [UInt8](
      repeating: 0, count: AugmentedImage.workspaceBytes(height: images.height, width: images.width))
  }

  /// Writes images of a batch as ``LabeledImages/copy(_:scaledInto:)`` does, varied for an epoch, which counts from 0.
  package func copy(_ samples: ArraySlice<Int>, epoch: Int, scaledInto batch: UnsafeMutableBufferPointer<Float>) {
    let size = set.images.bytesPerImage
    precondition(
      samples.count <= places.count && batch.count >= samples.count * size,
      "a batch holds at most \(places.count) images of \(size) bytes")
    pixels.withUnsafeMutableBufferPointer { pixels in
      for (place, sample) in samples.enumerated() {
        vary(sample, epoch: epoch, in: UnsafeMutableBufferPointer(rebasing: pixels[place * size..<(place + 1) * size]))
      }
    }
    ck_scale_images(pixels, places, Int64(samples.count), Int64(size), batch.baseAddress)
  }

  private func vary(_ sample: Int, epoch: Int, in pixels: UnsafeMutableBufferPointer<UInt8>) {
    let images = set.images
    _ = pixels.update(fromContentsOf: images[sample])
    room.withUnsafeMutableBufferPointer { room in
      workspace.withUnsafeMutableBytes { workspace in
        let image = AugmentedImage(
          pixels: pixels, room: room, workspace: workspace, height: images.height, width: images.width,
          channels: images.channels)
        for (index, augmentation) in augmentations.enumerated() {
          var random = SeededRandom(
            seed: seed, purpose: .augmentation, indices: [UInt64(epoch), UInt64(sample), UInt64(index)])
          augmentation.apply(to: image, random: &random)
        }
      }
    }
  }
}
