import Foundation
import Images
import Kinds
import Randomness
import Testing

@testable import Datasets

@Suite struct AugmentationTests {
  /// Images of 5 x 4 whose pixels count from 1, in `channels` channels; `step` more in each next image.
  static func set(count: Int = 40, channels: Int = 1, step: Int = 0) -> LabeledImages {
    let pixels = (0..<count).flatMap { image in (1...20 * channels).map { UInt8($0 + step * image) } }
    return LabeledImages(
      images: ImageSet(count: count, height: 5, width: 4, channels: channels, pixels: pixels),
      labels: [Int32](repeating: 0, count: count))
  }

  /// The varied pixels of some samples, 0 to 255.
  private func images(
    _ augmentation: any Augmentation, _ samples: [Int], epoch: Int = 0, seed: UInt64 = 1, channels: Int = 1,
    step: Int = 0
  ) throws -> [[Int]] {
    let set = Self.set(channels: channels, step: step)
    let size = set.images.bytesPerImage
    let augmenter = try #require(
      Augmenter([augmentation], of: set, samples: 0..<40, seed: seed, batchSize: samples.count))
    var batch = [Float](repeating: -1, count: samples.count * size)
    batch.withUnsafeMutableBufferPointer {
      augmenter.copy(ArraySlice(samples), epoch: epoch, scaledInto: $0)
    }
    let pixels = batch.map { Int(($0 * 255).rounded()) }
    return samples.indices.map { Array(pixels[$0 * size..<($0 + 1) * size]) }
  }

  private static func standard(_ kind: any Augmentation.Type) throws -> any Augmentation {
    try JSONDecoder().decode(kind, from: Data("{}".utf8))
  }

  /// Every kind: an image depends on seed, epoch and place alone, and differs with each of them.
  @Test(arguments: [1, 3]) func imagesFollowFromSeedEpochAndPlace(channels: Int) throws {
    #expect(!Augmentations.all.isEmpty)
    for kind in Augmentations.all {
      let augmentation = try Self.standard(kind)
      let all = Array(0..<40)
      let varied = try images(augmentation, all, channels: channels, step: 3)
      let own = all.map { sample in (1...20 * channels).map { $0 + 3 * sample } }
      #expect(zip(varied, own).contains { $0 != $1 }, "\(kind)")
      #expect(try images(augmentation, [39, 7], channels: channels, step: 3) == [varied[39], varied[7]], "\(kind)")
      #expect(try images(augmentation, all, epoch: 1, channels: channels, step: 3) != varied, "\(kind)")
      #expect(try images(augmentation, all, seed: 2, channels: channels, step: 3) != varied, "\(kind)")
    }
  }

  @Test func nothingToVaryNeedsNoAugmenter() {
    #expect(Augmenter([], of: Self.set(), samples: 0..<40, seed: 1, batchSize: 4) == nil)
  }

  @Test func shiftsAreOfUpToTwoPixelsEachWay() throws {
    /// The image moved: pixel (y, x) comes from (y - down, x - right), or is black.
    func moved(down: Int, right: Int) -> [Int] {
      (0..<20).map { place in
        let (y, x) = (place / 4 - down, place % 4 - right)
        return (0..<5).contains(y) && (0..<4).contains(x) ? y * 4 + x + 1 : 0
      }
    }
    let possible = (-2...2).flatMap { down in (-2...2).map { moved(down: down, right: $0) } }
    let found = try (0..<10).flatMap { try images(Shift(), Array(0..<40), epoch: $0) }
    // 400 draws of 25: one is missing with a probability of 25 * 0.96^400, 2e-6.
    #expect(Set(found) == Set(possible))
  }

  @Test func halfOfTheImagesAreMirrored() throws {
    let images = try images(HorizontalFlip(), Array(0..<40), channels: 3)
    // Rows of four pixels of three channels, the pixels the other way round.
    let mirrored = (0..<60).map { place in
      let (row, column, channel) = (place / 12, place % 12 / 3, place % 3)
      return row * 12 + (3 - column) * 3 + channel + 1
    }
    #expect(Set(images) == [Array(1...60), mirrored])
    // 40 draws of one half: standard deviation 3.2, so 16 is five of them.
    #expect(abs(images.count { $0 == mirrored } - 20) < 16)
  }
}
