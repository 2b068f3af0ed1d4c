import Foundation
import Plotting
import TestSupport
import Testing

@Suite struct PictureComparisonTests {
  private func picture(_ bytes: [UInt8]) throws -> RGBImage {
    try RGBImage(png: PNGFile.picture(width: bytes.count / 3, height: 1, bytes: bytes))
  }

  @Test func aPictureThatDiffersIsShown() throws {
    let expected = try picture([255, 0, 0, 10, 20, 30])
    let actual = try picture([255, 0, 0, 10, 80, 30])
    #expect(PictureComparison(expected, to: expected).isClose)
    let comparison = PictureComparison(actual, to: expected)
    #expect(!comparison.isClose && comparison.large == 1 && comparison.sum == 60)
    #expect(comparison.pixels == 1 && comparison.largest == 60)
    try withTemporaryFolder { path in
      let folder = URL(filePath: path)
      _ = try comparison.writeFailure(named: "case", to: folder)
      let written = try ["actual", "difference"].map {
        try RGBImage(png: Array(Data(contentsOf: folder.appending(path: "case-\($0).png"))))
      }
      #expect(try written == [actual, picture([255, 255, 255, 255, 195, 255])])
    }
  }

  @Test func aPictureOfAnotherSizeIsShownWithoutADifference() throws {
    let comparison = try PictureComparison(picture([0, 0, 0]), to: picture([0, 0, 0, 0, 0, 0]))
    #expect(!comparison.isClose)
    try withTemporaryFolder { folder in
      let message = try comparison.writeFailure(named: "case", to: URL(filePath: folder))
      #expect(message.hasPrefix("1 x 1 pixels are not 2 x 1"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["case-actual.png"])
    }
  }

  @Test func aToleranceIsOfPixelsAndOfTheirDifference() throws {
    // A thousand pixels, the first of which differ.
    func picture(differing count: Int, by difference: UInt8) throws -> RGBImage {
      try self.picture(
        (0..<1000).flatMap { [0, $0 < count ? difference : 0, $0 < count ? 1 : 0] as [UInt8] })
    }
    let expected = try picture(differing: 0, by: 0)
    let cases: [(pixels: Int, difference: UInt8, isExact: Bool, isAllowed: Bool)] = [
      (0, 0, true, true), (1, 24, false, true), (1, 25, false, false), (2, 24, false, false),
    ]
    for (pixels, difference, isExact, isAllowed) in cases {
      let comparison = PictureComparison(try picture(differing: pixels, by: difference), to: expected)
      #expect(comparison.isWithin(.exact) == isExact, "\(pixels), \(difference)")
      #expect(comparison.isWithin(.otherLibraries) == isAllowed, "\(pixels), \(difference)")
    }
    #expect(try !PictureComparison(self.picture([0, 0, 0]), to: expected).isWithin(.otherLibraries))
  }

  @Test func aGoldenPictureIsComparedByPixelsAndWrittenAnew() throws {
    let (old, new) = (
      PNGFile.picture(width: 1, height: 1, bytes: [1, 2, 3]), PNGFile.picture(width: 1, height: 1, bytes: [255, 2, 3])
    )
    try withTemporaryFolder { folder in
      let golden = GoldenPicture(URL(filePath: folder).appending(path: "golden-picture-test.png"))
      #expect(throws: (any Error).self) { try golden.difference(from: old, isUpdating: false) }
      let updated = try golden.difference(from: old, isUpdating: true)
      let again = try golden.difference(from: old, isUpdating: false)
      #expect(updated == nil && again == nil)
      let message = try #require(try golden.difference(from: new, isUpdating: false))
      #expect(message.hasPrefix("1 pixels differ by up to 254, 254 in all; see"))
    }
  }
}
