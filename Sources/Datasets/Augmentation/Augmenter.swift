import CKernels
import Images
import Randomness

/// Fills batches with varied images. A class, as its memory is allocated once and serves all batches.
package final class Augmenter {
  private let augmentations: [any Augmentation]
  private let set: LabeledImages
  private let samples: Range<Int>
  private let seed: UInt64
  private let places: [Int]
  private var pixels: [UInt8]
  private var other: [UInt8]
  private var room: [UInt8]
  private var workspace: [UInt8]

  /// Varies images of a set, of which `samples` are trained on; one of the augmentations at most mixes images. Nil if there is
  /// nothing to vary, so that it costs nothing.
  package init?(
    _ augmentations: [any Augmentation], of set: LabeledImages, samples: Range<Int>, seed: UInt64, batchSize: Int
  ) {
    if augmentations.isEmpty { return nil }
    self.augmentations = augmentations
    self.set = set
    self.samples = samples
    self.seed = seed
    places = Array(0..<batchSize)
    let images = set.images
    pixels = [UInt8](repeating: 0, count: batchSize * images.bytesPerImage)
    other = [UInt8](repeating: 0, count: images.bytesPerImage)
    room = [UInt8](repeating: 0, count: images.bytesPerImage)
    workspace = [UInt8](
      repeating: 0, count: AugmentedImage.workspaceBytes(height: images.height, width: images.width))
  }

  /// What each image of a batch is mixed with; nil if nothing is mixed.
  package func mixtures(of samples: ArraySlice<Int>, epoch: Int) -> [Mixture]? {
    for (index, augmentation) in augmentations.enumerated() {
      let mixtures = samples.compactMap { sample in
        var random = random(epoch: epoch, sample: sample, index: index)
        return augmentation.mixture(among: self.samples, random: &random)
      }
      if !mixtures.isEmpty { return mixtures }
    }
    return nil
  }

  /// Writes images of a batch as ``LabeledImages/copy(_:scaledInto:)`` does, varied for an epoch, which counts from 0.
  package func copy(_ samples: ArraySlice<Int>, epoch: Int, scaledInto batch: UnsafeMutableBufferPointer<Float>) {
    let (images, size) = (set.images, set.images.bytesPerImage)
    precondition(
      samples.count <= places.count && batch.count >= samples.count * size,
      "a batch holds at most \(places.count) images of \(size) bytes")
    pixels.withUnsafeMutableBufferPointer { pixels in
      other.withUnsafeMutableBufferPointer { other in
        room.withUnsafeMutableBufferPointer { room in
          workspace.withUnsafeMutableBytes { workspace in
            for (place, sample) in samples.enumerated() {
              let image = AugmentedImage(
                pixels: UnsafeMutableBufferPointer(rebasing: pixels[place * size..<(place + 1) * size]), room: room,
                workspace: workspace, height: images.height, width: images.width, channels: images.channels)
              vary(sample, epoch: epoch, in: image, through: augmentations.count, other: other)
            }
          }
        }
      }
    }
    ck_scale_images(pixels, places, Int64(samples.count), Int64(size), batch.baseAddress)
  }

  /// Writes a sample's image, varied by the first augmentations.
  ///
  /// - Parameter other: room for the image that it is mixed with, varied by the augmentations before the mixture.
  private func vary(
    _ sample: Int, epoch: Int, in image: AugmentedImage, through count: Int, other: UnsafeMutableBufferPointer<UInt8>
  ) {
    _ = image.pixels.update(fromContentsOf: set.images[sample])
    for (index, augmentation) in augmentations.prefix(count).enumerated() {
      var random = random(epoch: epoch, sample: sample, index: index)
      augmentation.apply(to: image, random: &random)
      if let mixture = augmentation.mixture(among: samples, random: &random) {
        vary(mixture.other, epoch: epoch, in: image.with(pixels: other), through: index, other: other)
        ck_mix_images(Int64(other.count), other.baseAddress, mixture.share, image.pixels.baseAddress)
      }
    }
  }

  private func random(epoch: Int, sample: Int, index: Int) -> SeededRandom {
    SeededRandom(seed: seed, purpose: .augmentation, indices: [UInt64(epoch), UInt64(sample), UInt64(index)])
  }
}
