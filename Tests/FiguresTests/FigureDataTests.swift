import FileFormats
import Mutations
import Plotting
import RunRecords
import Testing

@testable import Figures

@Suite struct FigureDataTests {
  private static func png(_ figure: ReportFigure, of run: SavedRun, _ look: FigureLook = FigureLook()) throws -> [UInt8] {
    guard case .figure(let drawn) = figure.make(from: run, look) else { throw MissingData("no figure") }
    return try drawn.png(dpi: 30, embedding: try #require(FigureData(of: figure, from: run)?.embedded))
  }

  @Test(arguments: ReportFigure.allCases) func aFigureIsDrawnAgainFromItsOwnFile(figure: ReportFigure) throws {
    let run = exampleRun()
    let file = try Self.png(figure, of: run)
    let read = try FigureData.read(png: file, file: "figure.png")
    #expect(read.figure == figure)
    for style in FigureLook.Style.allCases {
      let look = FigureLook(style: style)
      #expect(try Self.png(figure, of: read.run, look) == Self.png(figure, of: run, look))
    }
  }

  @Test func whatIsNotKnownStaysUnknown() throws {
    var run = exampleRun()
    run.predictions["cnn"] = Predictions(classes: [0, 1, 3, 3, 1, 1], classCount: 4)
    run.record.models[0].history?.loss = [.nan, .infinity]
    for figure in ReportFigure.allCases {
      let file = try Self.png(figure, of: run)
      #expect(try Self.png(figure, of: FigureData.read(png: file, file: "figure.png").run) == file)
    }
  }

  @Test func onlyWhatTheFigureShowsIsKept() throws {
    let data = try #require(FigureData(of: .confusionMatrix, from: exampleRun())?.embedded)
    #expect(
      data.text == """
        {"cells":[[0,0,1],[0,1,1],[1,1,2],[2,3,1],[3,3,1]],"class_count":4,\
        "class_names":["zero","one","two","three"],"featured_model":"CNN","figure":"03_confusion_matrix",\
        "schema_version":1}
        """)
  }

  @Test(arguments: [
    (nil, "does not hold the data"),
    (#"{"schema_version":2}"#, "reads 1 to 1"),
    (#"{"schema_version":1}"#, "it is missing"),
    (#"{"schema_version":1,"figure":"06","featured_model":"","class_names":[]}"#, "no figure 06"),
    (
      #"{"schema_version":1,"figure":"03_confusion_matrix","featured_model":"","class_names":[],"class_count":2,"cells":[[0,0,9223372036854775807]]}"#,
      "not a possible one"
    ),
    (
      #"{"schema_version":1,"figure":"04_misclassified_examples","featured_model":"","class_names":[],"class_count":2,"cells":[[0,1,1]],"examples":[{"label":0,"predicted":1}],"images":{"height":3,"width":4611686018427387905,"pixels":"AAAA"}}"#,
      "3 pixels are not"
    ),
  ]) func whatDoesNotFitIsRefused(text: String?, message: String) throws {
    let figure = Figure(size: Size(width: 1, height: 1), panels: [])
    let file = try figure.png(dpi: 20, embedding: text.map { PNGText(keyword: FigureData.keyword, text: $0) })
    let error = try #require(throws: FormatError.self) { try FigureData.read(png: file, file: "figure.png") }
    #expect(error.description.contains(message) && error.description.contains("figure.png"), "\(error)")
  }

  @Test(arguments: ReportFigure.allCases) func mutantsOfTheDataAreReadOrRefused(figure: ReportFigure) throws {
    let text = try #require(FigureData(of: figure, from: exampleRun())?.embedded?.text)
    let blank = Figure(size: Size(width: 1, height: 1), panels: [])
    let outcome = mutate(Array(text.utf8), times: 400, words: jsonWords, file: "figure.png") {
      (bytes: [UInt8]) throws(FormatError) in
      let embedding = PNGText(
        keyword: FigureData.keyword, text: String(decoding: bytes, as: UTF8.self).replacing("\0", with: " "))
      guard let file = try? blank.png(dpi: 20, embedding: embedding) else { return }
      let read = try FigureData.read(png: file, file: "figure.png")
      _ = read.figure.make(from: read.run)
    }
    #expect(outcome.unclear == [])
    #expect(outcome.refused > 100)
  }
}
