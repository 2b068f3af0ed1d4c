import FileFormats
import Foundation
import Plotting
import RunRecords
import TestSupport
import Testing

@testable import Figures

/// The figures that predicted classes alone do not give.
let needProbabilities: Set = [ConfidenceFigure.id, RankingFigure.id]

/// Figures drawn again from their own PNGs.
@Suite struct FigureDataTests {
  private func png(_ data: FigureData, _ look: FigureLook = FigureLook()) throws -> [UInt8] {
    try data.png(look, dpi: 20, embedsData: true)
  }

  /// Every figure's file in every style holds the same data, and that gives the run's figure in every style, byte for byte.
  @Test(arguments: FigureCatalogue.all, [1, 2, 3])
  func aFileGivesTheFiguresOfItsRun(figure: any FigureContent.Type, models: Int) throws {
    // One figure shows more than one model.
    if figure.id != TrainingComparisonFigure.id && models != 2 { return }
    let data = try FigureData(figure, of: largeRun(epochs: 7, models: models))
    let files = try looks.map { try png(data, $0) }
    #expect(Set(files).count == looks.count)
    let read = try files.map { try FigureData(png: $0, file: "figure.png") }
    for read in read { #expect(try read.figure.id == figure.id && read.embeddedText() == data.embeddedText()) }
    for (look, file) in zip(looks, files) { #expect(try png(read[0], look) == file, "\(look)") }
  }

  /// Numbers that JSON lacks or cuts, missing confidences, names with control characters.
  @Test(arguments: FigureCatalogue.all) func unusualRunsComeBackToo(figure: any FigureContent.Type) throws {
    var run = exampleRun()
    run.models[0].record.history = TrainingHistory(
      loss: [.nan, .infinity, 1e300, -0.0], accuracy: [1.0 / 3, .leastNonzeroMagnitude, -.infinity],
      validationLoss: [0.1 + 0.2])
    run.record.dataset.classNames = ["\0", "\"\\", "\u{1F600} e\u{301}", "a name of more than twenty characters"]
    for predictions in [run.models[1].predictions, Predictions(classes: [0, 1, 3, 3, 1, 1], classCount: 4)] {
      run.models[1].predictions = predictions
      if predictions?.probabilities == nil && needProbabilities.contains(figure.id) {
        #expect(throws: MissingData.self) { try FigureData(figure, of: run) }
        continue
      }
      let file = try png(FigureData(figure, of: run))
      #expect(try png(FigureData(png: file, file: "figure.png")) == file)
    }
  }

  /// The data of the PNGs in `results/` as version 0.1.0 wrote them, and the alternative texts of its README.
  @Test(arguments: FigureCatalogue.standard)
  func dataOfTheFirstSchemaIsRead(figure: any FigureContent.Type) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/schema-1")
    let json = try Data(contentsOf: folder.appending(path: "\(figure.id).json"))
    let altText = try String(contentsOf: folder.appending(path: "\(figure.id).txt"), encoding: .utf8)
    let data = try FigureData(json: Array(json), file: "figure.png")
    #expect(data.figure.id == figure.id)
    #expect(data.drawing().altText + "\n" == altText)
  }

  @Test func confidencesComeBackToTheLastBit() throws {
    // 2,000 numbers of all sizes from 0 to 1.
    for start in 0..<100 {
      var content = try MisclassifiedFigure(of: exampleRun())
      content.examples.samples = (0..<20).map { number in
        var sample = content.examples.samples[0]
        sample.confidence = Float(bitPattern: UInt32(start * 20 + number) * 532_610)
        return sample
      }
      let text = try #require(try FigureData(content).embeddedText()).text
      let read = try FigureData(json: Array(text.utf8), file: "a.png").content as? MisclassifiedFigure
      #expect(read?.examples.samples == content.examples.samples)
    }
  }

  @Test func aFileHoldsWhatItsFigureShowsAndNothingElse() throws {
    #expect(
      try FigureData(ConfusionMatrixFigure.self, of: exampleRun()).embeddedText()?.text == """
        {"class_names":["zero","one","two","three"],"counts":[[1,1,0,0],[0,2,0,0],[0,0,0,1],[0,0,0,1]],\
        "figure":"03_confusion_matrix","model":"CNN","schema_version":2}
        """)
    // Base64 of 120, 130, … 170, as Python's base64.b64encode gives it.
    #expect(
      try FigureData(MisclassifiedFigure.self, of: exampleRun()).embeddedText()?.text.contains(
        #""image":{"height":2,"pixels":"eIKMlqCq","width":3},"label":"zero""#) == true)
    let figure = try FigureData(TrainingComparisonFigure.self, of: exampleRun())
    let plain = try figure.png(FigureLook(), dpi: 20, embedsData: false)
    let holding = try figure.png(FigureLook(), dpi: 20, embedsData: true)
    #expect(plain.count < holding.count)
    #expect(try RGBImage(png: plain) == RGBImage(png: holding))
  }

  @Test(arguments: [
    ("{", "line 1, column 2"),
    (#"{"schema_version":3,"figure":"07_new"}"#, "schema_version: it is 3, and this program reads 1 to 2"),
    (#"{"schema_version":1,"figure":"06"}"#, "there is no figure '06'"),
    (#"{"schema_version":1,"figure":"02_training_comparison"}"#, "models: it is missing"),
    (#"{"schema_version":1,"figure":"02_training_comparison","models":[]}"#, "no training history"),
    (
      #"{"schema_version":2,"figure":"02_training_comparison","models":[{"name":"A","history":{"loss":{"step":[9],"value":[1]},"accuracy":{"epoch":[1],"value":[1]}}}]}"#,
      "the history of A counts both epochs and steps"
    ),
    (#"{"schema_version":1,"figure":"03_confusion_matrix","model":"","class_names":[],"counts":[]}"#, "0 classes"),
    (
      #"{"schema_version":1,"figure":"03_confusion_matrix","model":"","class_names":["a"],"counts":[[1],[2]]}"#,
      "1 names of 2 classes"
    ),
    (
      #"{"schema_version":1,"figure":"03_confusion_matrix","model":"","class_names":["a","b"],"counts":[[1,2],[2]]}"#,
      "class 1 has 1 counts, not 2"
    ),
    (
      #"{"schema_version":1,"figure":"03_confusion_matrix","model":"","class_names":["a"],"counts":[[9223372036854775807]]}"#,
      "9223372036854775807 samples of class 0"
    ),
    (#"{"schema_version":1,"figure":"01_sample_digits","samples":[]}"#, "0 samples, not 1 to 15"),
    (
      #"{"schema_version":1,"figure":"01_sample_digits","samples":[{"label":"","image":{"height":3,"width":4611686018427387905,"pixels":"AAAA"}}]}"#,
      "3 bytes are not the pixels"
    ),
    (
      #"{"schema_version":1,"figure":"01_sample_digits","samples":[{"label":"","image":{"height":1,"width":3,"pixels":"!"}}]}"#,
      "samples[0].image.pixels"
    ),
    (
      #"{"schema_version":2,"figure":"01_sample_digits","samples":[{"label":"","image":{"channels":3,"height":1,"width":3,"pixels":"AAAA"}}]}"#,
      "3 bytes are not the pixels of an image of 1 x 3 x 3"
    ),
    (
      #"{"schema_version":2,"figure":"01_sample_digits","samples":[{"label":"","image":{"channels":4,"height":1,"width":1,"pixels":"AAAAAA=="}}]}"#,
      "an image has 4 channels, not 1 or 3"
    ),
    (
      #"{"schema_version":2,"figure":"01_sample_digits","samples":[{"label":"","image":{"channels":3,"height":1,"width":6148914691236517206,"pixels":"AAAA"}}]}"#,
      "3 bytes are not the pixels of an image of 1 x 6148914691236517206 x 3"
    ),
  ]) func whatIsNoFigureIsRefused(text: String, message: String) throws {
    let error = try #require(throws: FormatError.self) { try FigureData(json: Array(text.utf8), file: "figure.png") }
    #expect(error.description.contains(message) && error.description.contains("PNG file figure.png"), "\(error)")
  }

  /// Schema 1 had a list of one value per epoch for each series.
  @Test func dataOfSchema1IsDrawnTheSame() throws {
    let old = """
      {"figure":"02_training_comparison","models":[{"history":{"accuracy":[0.8,0.9],"loss":[0.5,0.25],"seconds":[],\
      "val_accuracy":[0.85],"val_loss":[0.4]},"name":"Simple NN"},{"history":{"accuracy":[0.8,0.9],"loss":[0.5,0.25],\
      "seconds":[],"val_accuracy":[0.85],"val_loss":[0.4]},"name":"CNN"}],"schema_version":1}
      """
    let data = try FigureData(json: Array(old.utf8), file: "figure.png")
    #expect(try data.embeddedText() == FigureData(TrainingComparisonFigure.self, of: exampleRun()).embeddedText())
  }

  @Test func whatIsTooLargeIsLeftOut() throws {
    var run = exampleRun()
    run.models[0].record.name = String(repeating: "a", count: PNGText.maximumBytes)
    let data = try FigureData(TrainingComparisonFigure.self, of: run)
    #expect(try data.embeddedText() == nil && data.isTooLargeToEmbed)
  }

  /// The bytes that are counted without writing them are never more than what is written.
  @Test func moreNumbersThanFitAreNotWritten() throws {
    var content = try TrainingComparisonFigure(of: exampleRun())
    let odd = [0.5, 1e-7, 1e9, 1234567, 99999, 12, 0, -1, .nan, 1e300, 1.0 / 3]
    content.models[0].history = TrainingHistory(loss: odd)
    let bytes = try #require(try FigureData(content).embeddedText()).text.utf8.count
    #expect((1...bytes).contains(content.leastBytes))
    content.models[0].history = TrainingHistory(loss: (0..<700_000).map { Double($0) + 0.5 })
    #expect(content.leastBytes > PNGText.maximumBytes / 2)
    content.models[1].history = content.models[0].history
    #expect(content.leastBytes < 2 * PNGText.maximumBytes && content.leastBytes > PNGText.maximumBytes)
    #expect(try FigureData(content).isTooLargeToEmbed)
  }

  @Test func aFileWithoutDataIsRefused() throws {
    let file = try FigureData(SampleDigitsFigure.self, of: exampleRun()).png(FigureLook(), dpi: 20, embedsData: false)
    let error = try #require(throws: FormatError.self) { try FigureData(png: file, file: "figure.png") }
    #expect(error.description.contains("PNG file figure.png: it does not hold the data"), "\(error)")
  }

  @Test(arguments: FigureCatalogue.all) func mutantsOfTheDataAreDrawnOrRefused(figure: any FigureContent.Type) throws {
    let text = try #require(try FigureData(figure, of: exampleRun()).embeddedText()).text
    let outcome = mutate(Array(text.utf8), times: 400, words: jsonWords, file: "figure.png") {
      (bytes: [UInt8]) throws(FormatError) in
      let data = try FigureData(json: bytes, file: "figure.png")
      // A figure, or an error: an image may be too large.
      _ = try? data.drawing().png(dpi: 10)
    }
    #expect(outcome.unclear == [])
    #expect(outcome.refused > 200 && outcome.read > 0, "\(outcome)")
  }
}
