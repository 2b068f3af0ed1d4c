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
}
