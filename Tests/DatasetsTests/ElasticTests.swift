import CKernels
import Testing

@testable import Datasets

@Suite struct ElasticTests {
  private func distorted(
    _ image: [UInt8], height: Int, width: Int, channels: Int = 1, seed: UInt64, alpha: Double, sigma: Double
  ) -> [UInt8] {
    pixels(image, height: height, width: width, channels: channels) {
      ck_warp_elastic(
        $0.pixels.baseAddress, Int64(height), Int64(width), Int64(channels), seed, alpha, sigma,
        $0.workspace.baseAddress)
    }
  }

  @Test func pixelsAreThoseOfSciPy() throws {
    let fixture = try AugmentationFixture.read()
    #expect(fixture.elastic.map(\.sigma) == [1, 4, 2.5, 1.9, 20])
    for one in fixture.elastic {
      let found = distorted(
        Array(fixture.image.joined()), height: 9, width: 7, seed: one.seed, alpha: one.alpha, sigma: one.sigma)
      for (pixel, expected) in zip(found, one.pixels.joined()) {
        // Rounded to whole numbers.
        #expect(abs(Double(pixel) - expected) <= 0.51, "sigma \(one.sigma)")
      }
    }
  }

  @Test func withoutStrengthNothingMoves() {
    let image = (0..<600).map { UInt8($0 % 251) }
    #expect(distorted(image, height: 20, width: 30, seed: 1, alpha: 0, sigma: 4) == image)
  }

  @Test func channelsMoveTogether() {
    let grey = (0..<600).map { UInt8($0 * 37 % 251) }
    let colors = grey.flatMap { [$0, 0, $0] as [UInt8] }
    let moved = distorted(grey, height: 20, width: 30, seed: 7, alpha: 34, sigma: 4)
    #expect(moved != grey)
    #expect(
      distorted(colors, height: 20, width: 30, channels: 3, seed: 7, alpha: 34, sigma: 4)
        == moved.flatMap { [$0, 0, $0] as [UInt8] })
  }

  /// On a ramp of one grey level per pixel a pixel's change is how far it was displaced.
  @Test func displacementsSpreadAsThoseOfNoiseInEveryPixel() {
    let ramp = (0..<28).flatMap { _ in (0..<80).map { UInt8($0) } }
    var (sum, squares, count) = (0.0, 0.0, 0.0)
    for seed in 0..<150 {
      let moved = distorted(ramp, height: 28, width: 80, seed: UInt64(seed), alpha: 60, sigma: 5)
      // Far enough from each other to have nothing in common, and from the black outside.
      for column in stride(from: 16, to: 64, by: 15) {
        let distance = Double(moved[14 * 80 + column]) - Double(column)
        (sum, squares, count) = (sum + distance, squares + distance * distance, count + 1)
      }
    }
    // alpha / (sigma sqrt(12 pi)) = 1.954, and rounding adds a twelfth of a square pixel. Five standard deviations each.
    #expect(count == 600)
    #expect(abs((squares / count - 1.0 / 12).squareRoot() / 1.954 - 1) < 0.145)
    #expect(abs(sum / count) < 0.4)
  }
}
