import Glibc
import Randomness
import Testing

@testable import Datasets

/// Random erasing and cutout.
@Suite struct ErasingTests {
  @Test func rectanglesAreThoseOfTorchvision() throws {
    let expected = try AugmentationFixture.read().erasing
    var erasing = RandomErasing()
    (erasing.minArea, erasing.maxArea, erasing.minAspect) = (0.02, 0.33, 0.3)
    var random = SeededRandom(seed: 1)
    var (area, height, aspect, count) = (0.0, 0.0, 0.0, 0.0)
    for _ in 0..<20_000 {
      let (rows, columns) = try #require(erasing.rectangle(height: 28, width: 28, random: &random))
      #expect(rows.lowerBound >= 0 && rows.upperBound <= 28 && columns.lowerBound >= 0 && columns.upperBound <= 28)
      area += Double(rows.count * columns.count) / 784
      height += Double(rows.count)
      aspect += log(Double(rows.count) / Double(columns.count))
      count += 1
    }
    // Five standard deviations of the difference of two such means.
    #expect(abs(area / count - expected[0]) < 5 * 0.09 * 0.01)
    #expect(abs(height / count - expected[1]) < 5 * 5.2 * 0.01)
    #expect(abs(aspect / count - expected[2]) < 5 * 0.66 * 0.01)
  }

  @Test func aShareOfTheImagesIsFilled() {
    var erasing = RandomErasing()
    (erasing.probability, erasing.fill) = (0.25, 0.6)
    var random = SeededRandom(seed: 1)
    var changed = 0
    for _ in 0..<1_000 {
      let image = pixels([UInt8](repeating: 7, count: 300), height: 10, width: 10, channels: 3) {
        erasing.apply(to: $0, random: &random)
      }
      let filled = image.count { $0 == 153 }
      #expect(filled + image.count { $0 == 7 } == 300)
      // A third of 100 pixels, and what rounding two sides adds.
      #expect(filled % 3 == 0 && filled / 3 <= 42)
      if filled > 0 { changed += 1 }
    }
    // Standard deviation 14.
    #expect(abs(changed - 250) < 70)
  }

  @Test func whatIsNotSmallerThanTheImageIsNotErased() {
    var erasing = RandomErasing()
    (erasing.minArea, erasing.maxArea) = (1, 1)
    var random = SeededRandom(seed: 1)
    #expect(erasing.rectangle(height: 10, width: 10, random: &random) == nil)
  }

  /// Every pixel of 6 x 5 is as likely to be the one around which 4 x 4 pixels become black: two before it, one after it.
  @Test func cutoutBlackensASquare() {
    var cutout = Cutout()
    cutout.size = 4
    var random = SeededRandom(seed: 1)
    var found: Set<[UInt8]> = []
    for _ in 0..<600 {
      found.insert(
        pixels([UInt8](repeating: 9, count: 30), height: 6, width: 5) { cutout.apply(to: $0, random: &random) })
    }
    let possible = (0..<30).map { middle in
      (0..<30).map { pixel -> UInt8 in
        let (down, right) = (pixel / 5 - middle / 5, pixel % 5 - middle % 5)
        return (-2...1).contains(down) && (-2...1).contains(right) ? 0 : 9
      }
    }
    #expect(found == Set(possible))
  }

  @Test func aSquareMayBeLargerThanTheImage() {
    var cutout = Cutout()
    cutout.size = 1_000
    var random = SeededRandom(seed: 1)
    let image = pixels([1, 2, 3, 4, 5, 6], height: 2, width: 3) { cutout.apply(to: $0, random: &random) }
    #expect(image == [0, 0, 0, 0, 0, 0])
  }
}
