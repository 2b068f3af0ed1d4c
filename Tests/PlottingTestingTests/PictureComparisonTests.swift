import Foundation
import PictureSupport
import Plotting
import PlottingTesting
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
    #expect(!comparison.isClose && comparison.pixels == 1 && comparison.largest == 60)
    try withTemporaryFolder { path in
      let folder = URL(filePath: path).appending(path: "made/for it")
      let difference = try comparison.writeDifference(named: "case", to: folder.path)
      #expect(
        difference.description
          == "1 of 2 pixels differ by up to 60; see \(folder.path)/case-actual.png and \(folder.path)/case-difference.png"
      )
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
      let difference = try comparison.writeDifference(named: "case", to: folder)
      #expect(difference.description == "1 x 1 pixels are not 2 x 1; see \(folder)/case-actual.png")
      #expect(difference.difference == nil)
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
}
