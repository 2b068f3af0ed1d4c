import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// `combine` with runs of other seeds and models.
@Suite struct CombineCommandTests {
  /// Trains on the dataset in a folder, into a folder beside it.
  private func train(in folder: String, to output: String, _ arguments: String...) throws {
    let run = try program(
      [
        "run", "--data", folder, "--output", "\(folder)/\(output)", "--threads", "1", "--epochs", "1", "--batch-size",
        "16", "--dpi", "20", "--quiet",
      ] + arguments)
    try #require(run.exitCode == 0, "\(run.errors)")
  }

  /// The files of a run but for run.json, and run.json without the times that epochs took.
  private func content(_ results: String) throws -> (record: NSDictionary, arrays: [String: Data]) {
    func untimed(_ value: Any) -> Any {
      switch value {
      case let object as [String: Any]: object.filter { $0.key != "seconds" }.mapValues(untimed)
      case let list as [Any]: list.map(untimed)
      default: value
      }
    }
    var arrays = try files(in: "\(results)/run")
    let json = arrays.removeValue(forKey: "run.json")
    let record = try JSONSerialization.jsonObject(with: #require(json))
    return (try #require(untimed(record) as? NSDictionary), arrays)
  }

  @Test func seedsMakeTheRunThatTrainsThemAll() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      try train(in: folder, to: "whole", "--models", "Simple NN", "--seeds", "2,9-10")
      try train(in: folder, to: "two", "--models", "Simple NN", "--seeds", "2,10")
      try train(in: folder, to: "one", "--models", "Simple NN", "--seed", "9")
      let combined = try program(
        "combine", "\(folder)/one", "\(folder)/two", "--output", "\(folder)/combined", "--json")
      #expect(combined.exitCode == 0 && combined.errors.isEmpty, "\(combined.errors)")
      let (whole, again) = (try content("\(folder)/whole"), try content("\(folder)/combined"))
      #expect(again.record == whole.record)
      // Images and labels, and the model's predictions with those and the weights of three seeds.
      #expect(whole.arrays.count == 2 + 1 + 3 * 2 && again.arrays == whole.arrays)
      for name in ["01_sample_digits.png", "05_correct_predictions.png"] {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/combined/\(name)"))
      }
    }
  }

  @Test func anEnsembleAnswersForAll() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let simple = ["--models", "Simple NN"]
      try train(in: folder, to: "whole", simple[0], simple[1], "--seeds", "1-3", "--ensemble")
      try train(in: folder, to: "two", simple[0], simple[1], "--seeds", "1-2", "--ensemble")
      try train(in: folder, to: "one", simple[0], simple[1], "--seed", "3")
      let combined = try program(
        "combine", "\(folder)/one", "\(folder)/two", "--output", "\(folder)/combined", "--data", folder, "--quiet")
      #expect(combined.exitCode == 0, "\(combined.errors)")
      let (whole, again) = (try content("\(folder)/whole"), try content("\(folder)/combined"))
      #expect(again.record == whole.record && again.arrays == whole.arrays)
    }
  }

  @Test func whatDoesNotFitIsTold() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      try train(in: folder, to: "a", "--models", "Simple NN", "--seed", "1")
      try train(in: folder, to: "b", "--models", "Simple NN", "--seed", "1")
      let twice = try program("combine", "\(folder)/a", "\(folder)/b", "--output", "\(folder)/c")
      #expect(twice.exitCode == 65)
      #expect(
        twice.errors
          == """
          training-report: Simple NN was trained with the seed 1 both in \(folder)/a and in \(folder)/b.
          Leave one of them out, or train with another seed.

          """)
      let missing = try program("combine", "\(folder)/a", "\(folder)/none", "--output", "\(folder)/c")
      #expect(missing.exitCode == 66 && missing.errors.contains("\(folder)/none/run/run.json"))
      let other = try program("combine", "\(folder)/a", "--data", "\(folder)/a", "--output", "\(folder)/c")
      #expect(other.exitCode != 0)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/c"))
      #expect(try program("combine").exitCode == 64)
    }
  }
}
