import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// `--classes` in each command.
@Suite struct ClassNamesTests {
  private func withRun(_ body: (_ folder: String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let run = SavedRun(
        record: RunRecord(
          generator: "tests", dataset: RunRecord.Dataset(classNames: ["0", "1"]), featuredModel: "A"),
        labels: [0, 1, 1],
        models: [
          SavedModel(record: ModelRecord(name: "A"), predictions: Predictions(classes: [0, 1, 0], classCount: 2))
        ])
      try FileManager.default.createDirectory(atPath: "\(folder)/results", withIntermediateDirectories: true)
      try run.write(to: FilePath("\(folder)/results/run"))
      try write(Array("cat\ndog\n".utf8), to: "\(folder)/names.txt")
      try body(folder)
    }
  }

  @Test func plotDrawsWithThemAndLeavesTheRun() throws {
    try withRun { folder in
      let before = try files(in: "\(folder)/results/run")
      let outcome = try program("plot", "\(folder)/results", "--classes", "\(folder)/names.txt", "--markdown")
      #expect(outcome.exitCode == 0 && outcome.output.contains("dog taken for cat  1 time"), "\(outcome.errors)")
      let after = try files(in: "\(folder)/results")
      #expect(try files(in: "\(folder)/results/run") == before)
      #expect(after["mistakes.csv"] == Data("sample,true,predicted,confidence,margin\n2,dog,cat,,\n".utf8))
      let again = try program("plot", "\(folder)/results")
      #expect(again.output.contains("1 taken for 0  1 time"), "\(again.errors)")
    }
  }

  @Test(arguments: [("one\n", "it has 1 names for 2 classes"), ("a\n\nb\n", "line 2"), ("", "it has 0 names")])
  func theyMustFit(names: String, message: String) throws {
    try withRun { folder in
      try write(Array(names.utf8), to: "\(folder)/names.txt")
      let outcome = try program("plot", "\(folder)/results", "--classes", "\(folder)/names.txt")
      #expect(outcome.exitCode == 65 && outcome.errors.contains(message), "\(outcome.errors)")
    }
  }

  @Test func oneFigureHasNamesOfItsOwn() throws {
    try withRun { folder in
      #expect(try program("plot", "\(folder)/results", "--quiet").exitCode == 0)
      let figure = "\(folder)/results/03_confusion_matrix.png"
      let outcome = try program("plot", figure, "--classes", "\(folder)/names.txt")
      #expect(outcome.exitCode == 64 && outcome.errors.contains("--classes"), "\(outcome.errors)")
    }
  }

  @Test func runKeepsThem() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      try write(Array("circle\nsquare\nstar\n".utf8), to: "\(folder)/names.txt")
      let arguments = [
        "run", "--data", folder, "--epochs", "1", "--batch-size", "10", "--output", "\(folder)/results", "--classes",
      ]
      let outcome = try program(arguments + ["\(folder)/names.txt", "--quiet"])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let run = try SavedRun.read(from: FilePath("\(folder)/results/run"))
      #expect(run.record.dataset.classNames == ["circle", "square", "star"])
      try write(Array("circle\n".utf8), to: "\(folder)/names.txt")
      #expect(try program(arguments + ["\(folder)/names.txt"]).exitCode == 65)
    }
  }
}
