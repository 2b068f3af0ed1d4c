import Testing

@testable import Files

@Suite struct ResultsLayoutTests {
  /// The names that docs/run-format.md and docs/reliability.md promise.
  @Test func everythingHasItsPlace() {
    let layout = ResultsLayout("results")
    #expect(layout.summary == "results/summary.txt")
    #expect(layout.unfinished == "results/.unfinished")
    #expect(layout.file(ResultsLayout.Names.figure("05_x", "svg")) == "results/05_x.svg")
    #expect(layout.file(ResultsLayout.Names.figure("05_x", "svg", forDarkPages: true)) == "results/05_x-dark.svg")
    #expect(layout.run.record == "results/run/run.json")
    #expect(layout.run.images == "results/run/images.npy")
    #expect(layout.run.labels == "results/run/labels.npy")
    #expect(layout.run.model("cnn").predictions == "results/run/cnn/predictions.npy")
    #expect(layout.run.model("cnn").weights == "results/run/cnn/weights.safetensors")
    #expect(layout.run.model("cnn").extra("attention") == "results/run/cnn/attention.npy")
    #expect(layout.checkpoint.file(.history, of: "cnn") == "results/checkpoint/cnn/history.json")
  }

  @Test func aSlashAtTheEndIsNotDoubled() {
    #expect(ResultsLayout("results/").run.record == "results/run/run.json")
    #expect(ResultsLayout("/").summary == "/summary.txt")
  }

  @Test(arguments: [
    ("attention.npy", "attention"), ("predictions.npy", nil), (".attention.npy", nil), ("weights.safetensors", nil),
  ])
  func anArrayOfAModelIsKnownByItsName(file: String, extra: String?) {
    #expect(ModelLayout.extra(inFile: file) == extra)
  }
}
