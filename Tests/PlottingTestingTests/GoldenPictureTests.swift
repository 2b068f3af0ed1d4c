import Foundation
import Plotting
import PlottingTesting
import TestSupport
import Testing

@Suite struct GoldenPictureTests {
  private let figure = Figure(size: Size(width: 2, height: 1)) { Line(y: [1, 2], color: .red) }

  @Test func aFigureIsHeldAgainstItsPicture() throws {
    try withTemporaryFolder { folder in
      let golden = GoldenPicture(folder + "/loss.png", failures: folder + "/failures")
      #expect(try golden.difference(from: figure, isUpdating: true) == nil)
      #expect(try golden.difference(from: figure, isUpdating: false) == nil)

      var other = figure
      other.panels[0].marks = [.line(Line(y: [1, 2], color: .blue))]
      let difference = try #require(try golden.difference(from: other, isUpdating: false))
      #expect(difference.comparison.largest == 255)
      #expect(difference.actual == folder + "/failures/loss-actual.png")
      let shown = try RGBImage(png: Array(Data(contentsOf: URL(filePath: try #require(difference.difference)))))
      #expect((shown.width, shown.height) == (difference.comparison.actual.width, difference.comparison.actual.height))

      // What is allowed to differ passes.
      let tolerant = GoldenPicture(golden.path, tolerance: PictureTolerance(pixels: 1, difference: 255))
      #expect(try tolerant.difference(from: other, isUpdating: false) == nil)
      #expect(try golden.difference(from: other, isUpdating: true) == nil)
      #expect(try golden.difference(from: other, isUpdating: false) == nil)
    }
  }

  @Test func aPictureOfAnotherDensityHasAnotherSize() throws {
    try withTemporaryFolder { folder in
      let golden = GoldenPicture(folder + "/loss.png", failures: folder)
      #expect(try golden.difference(from: figure, dpi: 50, isUpdating: true) == nil)
      let difference = try #require(try golden.difference(from: figure, isUpdating: false))
      #expect(difference.difference == nil && "\(difference)".contains("pixels are not"))
    }
  }

  @Test func aMissingPictureIsNamed() throws {
    try withTemporaryFolder { folder in
      let golden = GoldenPicture(folder + "/loss.png")
      let error = #expect(throws: PlottingError.self) { try golden.difference(from: figure, isUpdating: false) }
      #expect(error?.description == "read \(folder)/loss.png: there is no such file; UPDATE_PICTURES=1 writes it")
      // Another file of that name is no picture.
      try Data("words".utf8).write(to: URL(filePath: golden.path))
      #expect(throws: PlottingError.self) { try golden.difference(from: figure, isUpdating: false) }
      #expect(try golden.difference(from: figure, isUpdating: true) == nil)
      #expect(try golden.difference(from: figure, isUpdating: false) == nil)
    }
  }
}
