import Plotting
import PictureSupport
import TestSupport
import Testing

@Suite struct PictureSimilarityTests {
  /// A picture of 100 x 80 pixels.
  private func picture(_ color: (_ x: Int, _ y: Int) -> [UInt8]) throws -> RGBImage {
    let bytes = (0..<80).flatMap { y in (0..<100).flatMap { x in color(x, y) } }
    return try RGBImage(png: PNGFile.picture(width: 100, height: 80, bytes: bytes))
  }

  /// A pattern of integers.
  private func pattern(_ x: Int, _ y: Int) -> [UInt8] {
    [x * y, 3 * x + y, x * x + 5 * y].map { UInt8($0 % 256) }
  }

  @Test func equalPicturesAreAlike() throws {
    let similarity = try #require(PictureSimilarity(picture(pattern), to: picture(pattern)))
    #expect(abs(similarity.mean - 1) < 1e-12 && abs(similarity.worstTile - 1) < 1e-12 && similarity.ink == 0)
  }

  @Test func picturesOfOtherSizesAreNotCompared() throws {
    let small = try RGBImage(png: PNGFile.picture(width: 1, height: 1, bytes: [0, 0, 0]))
    #expect(try PictureSimilarity(small, to: picture(pattern)) == nil)
  }

  /// The numbers are those of `uniform_filter` of SciPy 1.17.1, with its default of mirrored edges.
  @Test func theMeasuresAreThoseOfSciPy() throws {
    let changed = try picture { x, y in
      (70..<90).contains(x) && (10..<20).contains(y) ? [pattern(x, y)[0], 200, 10] : pattern(x, y)
    }
    let similarity = try #require(PictureSimilarity(changed, to: picture(pattern)))
    #expect(abs(similarity.mean - 0.9595408647902532) < 1e-9)
    #expect(abs(similarity.worstTile - 0.8595168916328233) < 1e-9)
    #expect(abs(similarity.ink - 82.93777777777777) < 1e-9)
  }
}
