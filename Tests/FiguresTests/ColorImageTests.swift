import Images
import Plotting
import RunRecords
import Testing

@testable import Figures

/// Figures of images in colour.
@Suite struct ColorImageTests {
  /// What the pixels of every image are, one row of three.
  private static let colors: [[UInt8]] = [[200, 30, 40], [10, 180, 90], [20, 60, 220]]
  private static let figures: [any FigureContent.Type] = [
    SampleDigitsFigure.self, MisclassifiedFigure.self, CorrectPredictionsFigure.self,
  ]

  private var run: SavedRun {
    var run = exampleRun()
    let image = Self.colors.flatMap { $0 }
    run.images = ImageSet(
      count: 4, height: 1, width: 3, channels: 3, pixels: (0..<4).flatMap { _ in image })
    return run
  }

  @Test(arguments: figures) func colorsAreDrawnAsTheyAre(figure: any FigureContent.Type) throws {
    let picture = try RGBImage(png: FigureData(figure, of: run).png(FigureLook(), dpi: 50, embedsData: false))
    let pixels = stride(from: 0, to: picture.bytes.count, by: 3).map { Array(picture.bytes[$0..<$0 + 3]) }
    let counts = Self.colors.map { color in pixels.count { $0 == color } }
    // A cell of an image is at least 10 x 10 pixels.
    #expect(counts.allSatisfy { $0 > 100 }, "\(counts)")
  }

  @Test(arguments: figures) func theFileDrawsItsFigureAgain(figure: any FigureContent.Type) throws {
    let file = try FigureData(figure, of: run).png(FigureLook(), dpi: 50, embedsData: true)
    let read = try FigureData(png: file, file: "figure.png")
    #expect(try read.png(FigureLook(), dpi: 50, embedsData: true) == file)
    // Base64 of the nine bytes, as Python's base64.b64encode gives it.
    #expect(
      try read.embeddedText()?.text.contains(
        #""image":{"channels":3,"height":1,"pixels":"yB4oCrRaFDzc","width":3}"#) == true)
  }
}
