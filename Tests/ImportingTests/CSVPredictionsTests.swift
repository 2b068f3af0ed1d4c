import Files
import FileFormats
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

@Suite struct CSVPredictionsTests {
  private func read(_ text: String) throws(FormatError) -> PredictedSamples {
    try CSVPredictions.read(Array(text.utf8), file: "predictions.csv")
  }

  @Test func classesAndProbabilitiesAreReadWithTheTrueClasses() throws {
    let classes = try read("Image,True Label,Predicted\na.jpg,1,2\nb.jpg, 0,0\n")
    #expect(classes.values == .classes([2, 0]) && classes.labels == [1, 0])
    let probabilities = try read("prob_1;prob_0;y_true\n0.75;0.25;1\n0.5;0.5;0\n")
    #expect(probabilities.values == .numbers([0.25, 0.75, 0.5, 0.5], columns: 2) && probabilities.labels == [1, 0])
    #expect(try read("pred\n3\n").labels == nil)
  }

  @Test(arguments: [
    ("true,predicted\n1,cat\n", "line 2, column predicted: 'cat' is not the number of a class"),
    ("true,predicted\n-1,0\n", "line 2, column true: -1 is not the number of a class"),
    ("true,predicted\n1000,0\n", "1000 is not the number of a class"),
    ("true,prob_0,prob_1\n0,0.5\n", "line 2, column prob_1: '' is not a number"),
    ("true,predicted\n", "line 1: no row follows it"),
    ("true,prob_1,prob_2\n0,0.5,0.5\n", "it has neither a column predicted nor one for each class"),
  ])
  func whatIsWrongIsNamed(text: String, message: String) {
    let error = #expect(throws: FormatError.self) { try read(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  /// The table brings its test set along; a log beside it is a log.
  @Test func aTableBesideALogIsATestSetWithPredictions() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write(Array("step,epoch\r\n1,0\r\n".utf8), to: folder.appending("a.csv"))
      #expect(try ModelFiles(in: folder).file("a.csv")?.csvHeader == ["step", "epoch"])
      try Folder.remove(folder.appending("a.csv"))
      try AtomicFile.write(Array("epoch,loss\n0,1\n1,0.5\n".utf8), to: folder.appending("log.csv"))
      try AtomicFile.write(Array("true,predicted\n1,2\n0,0\n1,1\n".utf8), to: folder.appending("test.csv"))
      let source = try ModelSource(name: "A", in: folder)
      let set = try #require(try source.testSet())
      #expect(set.labels == [1, 0, 1] && set.classCount == 3)
      #expect(source.log?.source == "log.csv")
      let dataset = RunRecord.Dataset(
        name: "a", trainingSamples: nil, validationSamples: nil, testSamples: 3, classNames: ["0", "1", "2"])
      #expect(try source.model(testedOn: dataset).predictions?.classes == [2, 0, 1])
    }
  }

  @Test func mutantsAreReadOrRefused() {
    let outcome = mutate(
      Array("true,prob_0,prob_1\n0,0.5,0.5\n1,0.25,0.75\n".utf8), words: [",", "\n", "1e9"], file: "a.csv"
    ) {
      bytes throws(FormatError) in
      try CSVPredictions.read(bytes, file: "a.csv")
    }
    #expect(outcome.refused > 100 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
