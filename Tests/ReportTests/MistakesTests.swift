import Files
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Report

@Suite struct MistakesTests {
  private func run(
    _ labels: [Int], _ predictions: Predictions, names: [String], samples: [String]? = nil
  ) -> SavedRun {
    SavedRun(
      record: RunRecord(
        generator: "tests", dataset: RunRecord.Dataset(testSamples: labels.count, classNames: names), featuredModel: "A"
      ),
      labels: labels, sampleNames: samples,
      models: [SavedModel(record: ModelRecord(name: "A"), predictions: predictions)])
  }

  @Test func eachMistakeHasItsConfidenceAndMargin() {
    let predictions = Predictions(
      probabilities: [0.5, 0.25, 0.25, 0.125, 0.75, 0.125, 0, 0, 1], classCount: 3)
    #expect(
      mistakesTable(of: run([1, 1, 0], predictions, names: ["cat", "dog", "fox"])) == """
        sample,true,predicted,confidence,margin
        0,dog,cat,0.500000,0.250000
        2,cat,fox,1.000000,1.000000

        """)
  }

  @Test func namesAreQuotedWhereTheyMustBe() {
    let samples = ["a,b.png", "dir/\"x\".png", "line\nbreak", "plain"]
    #expect(
      mistakesTable(
        of: run(
          [0, 0, 0, 1], Predictions(classes: [1, 1, 1, 1], classCount: 2), names: ["T-shirt, top", "bag"],
          samples: samples)) == """
          sample,true,predicted,confidence,margin
          "a,b.png","T-shirt, top",bag,,
          "dir/""x"".png","T-shirt, top",bag,,
          "line
          break","T-shirt, top",bag,,

          """)
  }

  @Test func withoutAMistakeThereIsTheHeaderAlone() {
    let perfect = run([0, 1], Predictions(classes: [0, 1], classCount: 2), names: ["a", "b"])
    #expect(mistakesTable(of: perfect) == mistakesHeader + "\n")
  }

  @Test func withoutAnswersThereIsNoTable() {
    var run = run([0, 1], Predictions(classes: [0, 0], classCount: 2), names: ["a", "b"])
    run.labels = nil
    #expect(mistakesTable(of: run) == nil && !run.knowsMistakes)
  }

  @Test func theTableIsKeptWithAPageAndAPersonsFileIsNotReplaced() throws {
    try withTemporaryPath { path in
      let facts = RunFacts(of: run([0, 1], Predictions(classes: [1, 1], classCount: 2), names: ["a", "b"]))
      var options = ReportOptions()
      options.figures = .named([])
      let folder = try ResultsFolder(path)
      func put() throws -> [String] {
        try folder.put(folder.prepare(facts, options))
        return try Folder.names(in: path)
      }
      #expect(try put() == ["summary.txt"])
      options.pages = [TextRenderer()]
      #expect(try put() == ["mistakes.csv", "report.txt", "summary.txt"])
      let page = String(decoding: try File.read(path.appending("report.txt")), as: UTF8.self)
      #expect(page.contains("mistakes.csv: every test sample that A misclassified"))

      // Without a page it is still kept up to date, and it goes if nothing is known of the answers any more.
      try File.remove(path.appending("report.txt"))
      try AtomicFile.write(Array("\(mistakesHeader)\nold".utf8), to: path.appending("mistakes.csv"))
      options.pages = []
      #expect(try put() == ["mistakes.csv", "summary.txt"])
      #expect(try File.read(path.appending("mistakes.csv")) == Array("\(mistakesHeader)\n0,a,b,,\n".utf8))
      let unknown = SavedRun(record: RunRecord(generator: "tests", featuredModel: "A"))
      try folder.put(folder.prepare(RunFacts(of: unknown), options))
      #expect(try Folder.names(in: path) == ["summary.txt"])

      try AtomicFile.write(Array("my,own\n1,2\n".utf8), to: path.appending("mistakes.csv"))
      #expect(try put() == ["mistakes.csv", "summary.txt"])
      options.pages = [TextRenderer()]
      #expect(throws: ForeignPage(path: path.appending("mistakes.csv"), form: "text")) { try put() }
      #expect(try File.read(path.appending("mistakes.csv")) == Array("my,own\n1,2\n".utf8))
    }
  }
}
