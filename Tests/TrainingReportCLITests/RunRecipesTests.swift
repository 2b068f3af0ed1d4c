import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// `run` with recipes, models and seeds as people ask for them.
@Suite struct RunRecipesTests {
  private func record(_ folder: String) throws -> SavedRun { try SavedRun.read(from: FilePath("\(folder)/run")) }

  @Test func aPrintedRecipeTrainsTheSameModels() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let choice = ["--recipe", "fast", "--models", "simple nn", "--epochs", "1", "--batch-size", "16", "--seed", "5"]
      let printed = try program(["run", "--print-recipe"] + choice)
      #expect(printed.exitCode == 0 && printed.output.contains("\"one_cycle\""), "\(printed.errors)")
      try write(Array(printed.output.utf8), to: "\(folder)/mine.json")
      let common = ["run", "--data", folder, "--threads", "1", "--quiet", "--output"]
      for (output, arguments) in [
        ("a", choice), ("b", ["--recipe", "\(folder)/mine.json"]), ("c", ["--recipe", "\(folder)/a/run/run.json"]),
      ] {
        let run = try program(common + ["\(folder)/\(output)"] + arguments)
        #expect(run.exitCode == 0, "\(run.errors)")
      }
      let results = try ["a", "b", "c"].map { try files(in: "\(folder)/\($0)/run/simple_nn") }
      #expect(results[0].count == 2 && results[1] == results[0] && results[2] == results[0])
      #expect(
        try record("\(folder)/c").models.map(\.record.recipe) == record("\(folder)/a").models.map(\.record.recipe))
    }
  }

  @Test func seedsAndTheirEnsembleAreSavedAndDrawnAgain() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let run = try program(
        "run", "--data", folder, "--output", "\(folder)/results", "--models", "Simple NN", "--epochs", "2",
        "--batch-size", "16", "--threads", "1", "--seeds", "1,3-4", "--ensemble", "--json")
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.errors.contains("Simple NN seed 3 (2 of 3): "))
      #expect(run.errors.contains("Ensemble: mean of the probabilities of 3 networks\n  test        loss "))
      let saved = try record("\(folder)/results")
      #expect(saved.models.map(\.record.name) == ["Simple NN", "Ensemble"])
      #expect(saved.models[0].record.members.map(\.folder) == ["seed_1", "seed_3", "seed_4"])
      #expect(saved.models[0].record.history?.loss?.count == 2)
      #expect(saved.models[0].record.historySD?.validationAccuracy?.count == 2)
      #expect(saved.record.featuredModel == "Ensemble" && saved.models[1].record.ensemble)
      let plot = try program("plot", "\(folder)/results", "--output", "\(folder)/again", "--json")
      #expect(plot.exitCode == 0, "\(plot.errors)")
      let drawn = try files(in: "\(folder)/results").filter { !$0.key.hasPrefix("run/") }
      #expect(try files(in: "\(folder)/again") == drawn)
    }
  }

  @Test func theTestSetIsLeftAlone() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let run = try program(
        "run", "--data", folder, "--output", "\(folder)/results", "--models", "Simple NN", "--epochs", "1",
        "--batch-size", "16", "--threads", "1", "--validation-only")
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.errors.contains("  validation  loss ") && !run.errors.contains("test "))
      #expect(
        run.output.contains(
          "Left out 03_confusion_matrix: no predictions of Simple NN, for the run leaves the test set alone\n"))
      let saved = try record("\(folder)/results")
      #expect(saved.labels == nil && saved.models[0].record.test == nil && saved.models[0].predictions == nil)
      #expect(saved.models[0].record.validation != nil)
    }
  }

  @Test(
    arguments: [
      (["--recipe", "quick"], 64, "take original, fast, accurate, or a file such as quick.json"),
      (["--recipe", "nowhere.json"], 66, "nowhere.json"), (["--models", "VGG"], 64, "there is no model “VGG”"),
      (["--models", ","], 64, "names no model"), (["--seeds", "3-1"], 64, "“3-1” is neither"),
      (["--seeds", "1,"], 64, "“” is neither"), (["--seeds", "1-3,2"], 64, "has the seed 2 twice"),
      (["--seeds", "0-18446744073709551615"], 64, "is more than 1000 seeds"),
      (["--seed", "1", "--seeds", "2-3"], 64, "take one of them"),
      (["--models", "CNN", "--ensemble"], 64, "an ensemble of a single network is none"),
    ] as [([String], Int32, String)])
  func whatCannotBeTrainedIsTold(arguments: [String], exitCode: Int32, message: String) throws {
    try withTemporaryFolder { folder in
      let run = try program(["run", "--output", "\(folder)/results"] + arguments)
      #expect(run.exitCode == exitCode && run.errors.contains(message), "\(run.errors)")
      #expect(try files(in: folder).isEmpty)
    }
  }

  @Test func aRecipesMistakeIsNamed() throws {
    try withTemporaryFolder { folder in
      let file = "\(folder)/mine.json"
      try write(Array(#"[{"network": {"kind": "cnn"}, "optimizer": {"kind": "adam", "beta": 0.9}}]"#.utf8), to: file)
      let run = try program("run", "--recipe", file, "--output", "\(folder)/results")
      #expect(run.exitCode == 65)
      #expect(
        run.errors == """
          training-report: cannot read recipe file \(file), [0].optimizer.beta: there is no such field, only beta1, beta2, epsilon.
          Correct it as docs/recipes.md describes it.

          """)
    }
  }
}
