import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// What figures cannot show of what they were given is told, and nothing of figures that show everything.
@Suite struct FigureWarningsTests {
  private func warnings(ofModel name: String) throws -> String {
    var errors = ""
    try withTemporaryFolder { folder in
      let model = ModelRecord(name: name, history: TrainingHistory(loss: [0.5, 0.25], validationLoss: [0.75, 0.5]))
      let run = SavedRun(
        record: RunRecord(generator: "tests", dataset: RunRecord.Dataset(), featuredModel: name),
        models: [SavedModel(record: model)])
      try FileManager.default.createDirectory(atPath: "\(folder)/results", withIntermediateDirectories: true)
      try run.write(to: FilePath("\(folder)/results/run"))
      let outcome = try program(["plot", "\(folder)/results", "--style", "clean"])
      #expect(outcome.exitCode == 0)
      errors = outcome.errors
    }
    return errors
  }

  @Test func aNameThatCannotBeSeenIsTold() throws {
    let text = try warnings(ofModel: "\u{2003}")
    #expect(
      text.contains("training-report: 02_training_comparison, panel 2: the label of mark 2 (line) is empty\n"),
      "\(text)")
  }

  @Test func whatIsShownWholeIsNotTold() throws {
    #expect(try warnings(ofModel: "CNN") == "")
  }
}
