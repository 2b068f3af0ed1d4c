import Images
import Randomness
import Testing

@testable import Datasets

@Suite struct MixupTests {
  /// Images of two pixels, 100 times the first as much as the second: 1 and 100, 2 and 200.
  private static let set = LabeledImages(
    images: ImageSet(count: 2, height: 1, width: 2, pixels: [100, 1, 200, 2]), labels: [0, 1])

  private func images(_ augmentations: [any Augmentation], samples: Range<Int>, epoch: Int) throws -> (
    pixels: [[Float]], mixtures: [Mixture]
  ) {
    let augmenter = try #require(
      Augmenter(augmentations, of: Self.set, samples: samples, seed: 1, batchSize: 2))
    var batch = [Float](repeating: 0, count: 4)
    batch.withUnsafeMutableBufferPointer { augmenter.copy(ArraySlice([0, 1]), epoch: epoch, scaledInto: $0) }
    let mixtures = try #require(augmenter.mixtures(of: ArraySlice([0, 1]), epoch: epoch))
    return ([[batch[0] * 255, batch[1] * 255], [batch[2] * 255, batch[3] * 255]], mixtures)
  }

  @Test func anImageIsMixedAsItsLabelIs() throws {
    var mixup = Mixup()
    mixup.alpha = 1
    var others: Set<Int> = []
    for epoch in 0..<20 {
      let (pixels, mixtures) = try images([mixup], samples: 0..<2, epoch: epoch)
      #expect(mixtures.count == 2)
      for (sample, mixture) in mixtures.enumerated() {
        let (own, other) = (Float(100 * (sample + 1)), Float(100 * (mixture.other + 1)))
        #expect(abs(pixels[sample][0] - (own + mixture.share * (other - own))) < 0.501)
        if sample == 0 { others.insert(mixture.other) }
      }
    }
    #expect(others == [0, 1])
  }

  @Test func theOtherSampleIsOneOfThoseTrainedOn() throws {
    for epoch in 0..<10 {
      #expect(try images([Mixup()], samples: 1..<2, epoch: epoch).mixtures.map(\.other) == [1, 1])
    }
  }

  @Test func theOtherImageIsVariedByWhatComesBefore() throws {
    var flip = HorizontalFlip()
    flip.probability = 1
    for epoch in 0..<10 {
      for pixels in try images([flip, Mixup()], samples: 0..<2, epoch: epoch).pixels {
        // Both are mirrored: the bright pixel is on the right.
        #expect(pixels[0] <= 2.01 && pixels[1] >= 99.9)
      }
    }
  }

  @Test func otherAugmentationsMixNothing() throws {
    let augmenter = try #require(Augmenter([Shift()], of: Self.set, samples: 0..<2, seed: 1, batchSize: 2))
    #expect(augmenter.mixtures(of: ArraySlice([0, 1]), epoch: 0) == nil)
  }

  @Test func sharesAreBetaDistributed() throws {
    let cases = try AugmentationFixture.read().mixup
    #expect(cases.map(\.alpha) == [0.2, 1, 4])
    for one in cases {
      var mixup = Mixup()
      mixup.alpha = one.alpha
      var random = SeededRandom(seed: 1)
      let shares = (0..<20_000).map { _ in mixup.share(random: &random) }
      #expect(shares.allSatisfy { (0...0.5).contains($0) })
      // Five standard deviations.
      let below = Double(shares.count { $0 < 0.1 }) / 20_000
      #expect(abs(below - one.below) < 5 * (one.below * (1 - one.below) / 20_000).squareRoot(), "alpha \(one.alpha)")
    }
  }
}
