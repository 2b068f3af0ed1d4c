import FileFormats
import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// `--model` with names, logs and patterns as people give them.
@Suite struct ImportSeedsTests {
  private func json(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func history(_ losses: [Double]) -> [UInt8] { Array(#"{"loss": \#(losses)}"#.utf8) }

  @Test func aPatternIsOneModelWithItsTrainingsAsMembers() throws {
    try withTemporaryFolder { folder in
      // In the order of people, not of letters; a file beside is no training.
      for (seed, losses) in [(2, [0.75, 0.5]), (10, [0.25, 0.5]), (1, [0.5, 0.5, 0.125])] {
        try write(history(losses), to: "\(folder)/runs/seed_\(seed)/history.json")
      }
      try write([1], to: "\(folder)/runs/seed_notes.txt")
      let outcome = try program(
        "import", "--model", "CNN=\(folder)/runs/seed_*", "--output", "\(folder)/results", "--markdown")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(
        outcome.errors.contains("CNN: mean of 3 runs over the 2 epochs that all of them have, where some have more\n"))
      #expect(outcome.errors.contains("CNN (seed_10): history of 2 epochs from history.json"))
      #expect(outcome.output.contains("CNN Epochs: 2 (3 runs)\n"))
      let run = try SavedRun.read(from: FilePath("\(folder)/results/run"))
      let record = try #require(run.models.first?.record)
      #expect(run.models.count == 1 && record.members.map(\.folder) == ["seed_1", "seed_2", "seed_10"])
      #expect(record.history?.loss?.values == [0.5, 0.5] && record.historySD?.loss?.values == [0.25, 0])
      let readme = String(decoding: try #require(try files(in: "\(folder)/results")["README.md"]), as: UTF8.self)
      #expect(readme.contains("The numbers of CNN are the mean of 3 runs ± the standard deviation."))
      #expect(readme.contains("| CNN   |    3 |      2 |"))
    }
  }

  @Test func seedsWithPredictionsHaveAMeanAccuracy() throws {
    try withTemporaryFolder { folder in
      let labels: [Int64] = [0, 1, 0, 1]
      for (seed, wrong) in [("a", 0), ("b", 1), ("c", 2)] {
        let classes = labels.enumerated().map { $0 < wrong ? 1 - $1 : $1 }
        try write(NPY.write(NPYArray(shape: [4], elements: .int64(classes))), to: "\(folder)/\(seed)/x/predictions.npy")
        try write(NPY.write(NPYArray(shape: [4], elements: .int64(labels))), to: "\(folder)/\(seed)/x/labels.npy")
      }
      let outcome = try program(
        "import", "--model", "M=\(folder)/?/x", "--output", "\(folder)/results", "--json", "--quiet")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let model = try #require((try json(outcome)["models"] as? [[String: Any]])?.first)
      // Accuracies 1, 0.75 and 0.5: their mean, and the root of (1/16 + 0 + 1/16) / 2.
      #expect(model["accuracy"] as? Double == 0.75 && model["accuracy_sd"] as? Double == 0.25)
      #expect(model["runs"] as? Int == 3 && model["confusion_matrix"] as? [[Int]] == [[2, 0], [0, 2]])
      let summary = String(decoding: try #require(try files(in: "\(folder)/results")["summary.txt"]), as: UTF8.self)
      #expect(summary.contains("M Test Accuracy: 75.00% ± 25.00% (3 runs)\n"))
      #expect(summary.contains("CLASSIFICATION REPORT (a)\n"))
      // The saved run draws the same again.
      let again = try program("plot", "\(folder)/results", "--json", "--quiet")
      #expect(try json(again)["models"] as? NSArray == json(outcome)["models"] as? NSArray, "\(again.errors)")
    }
  }

  @Test(arguments: [
    ("lr=0.01", "runs/a", "lr=0.01"), ("CNN", "runs/lr=0.1,wd=0", "CNN"), ("a=b=c", "runs/x=y", "a=b=c"),
  ])
  func namesAndPathsMayHaveEqualSigns(name: String, path: String, expected: String) throws {
    try withTemporaryFolder { folder in
      try write(Array("epoch,loss\n0,0.5\n1,0.25\n".utf8), to: "\(folder)/\(path)/log.csv")
      let outcome = try program(
        "import", "--model", "\(name)=\(folder)/\(path)", "--output", "\(folder)/results", "--quiet")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let run = try SavedRun.read(from: FilePath("\(folder)/results/run"))
      #expect(run.models.map(\.record.name) == [expected])
    }
  }

  @Test(arguments: ["seed-*", "[xy]", "none?/log.csv"])
  func aPatternThatMatchesNothingIsMissingInput(pattern: String) throws {
    try withTemporaryFolder { folder in
      let outcome = try program("import", "--model", "CNN=\(folder)/\(pattern)", "--output", "\(folder)/results")
      #expect(outcome.exitCode == 66 && outcome.errors.contains("nothing matches \(folder)/\(pattern) for CNN"))
      #expect(try files(in: folder).isEmpty)
    }
  }

  @Test func aNameWithoutAnythingAtItsPathIsSplitAtTheFirstSign() throws {
    let outcome = try program("import", "--model", "CNN=none/lr=1")
    #expect(outcome.exitCode == 66 && outcome.errors.contains("none/lr=1"), "\(outcome.errors)")
  }
}
