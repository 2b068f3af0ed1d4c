import Foundation
import TestSupport
import Testing

/// The program as a person runs it: its files, messages and exit codes, on a dataset of 50 small images.
@Suite struct CommandLineTests {
  @Test func aRunWritesItsFilesAndDrawsAgainToTheSameBytes() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let results = "\(folder)/results"
      let run = try program(
        "run", "--data", folder, "--output", results, "--epochs", "2", "--batch-size", "16", "--threads", "1")
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.errors.contains("epoch 2/2"))
      #expect(!run.errors.contains("\u{1B}"), "no terminal, so no bar")
      #expect(run.output.contains("CNN Test Accuracy"))
      let written = try files(in: results)
      #expect(
        Set(written.keys).subtracting(["04_misclassified_examples.png"]) == [
          "01_sample_digits.png", "02_training_comparison.png", "03_confusion_matrix.png",
          "05_correct_predictions.png", "summary.txt", "run/run.json", "run/images.npy", "run/labels.npy",
          "run/simple_nn/predictions.npy", "run/simple_nn/weights.safetensors", "run/cnn/predictions.npy",
          "run/cnn/weights.safetensors",
        ])

      let plot = try program("plot", results, "--output", "\(folder)/again", "--json")
      #expect(plot.exitCode == 0, "\(plot.errors)")
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(plot.output.utf8)) as? [String: Any])
      #expect(document["schema_version"] as? Int == 2)
      let again = try files(in: "\(folder)/again")
      #expect(again == written.filter { !$0.key.hasPrefix("run/") })
    }
  }

  @Test func theCheckpointOfAnInterruptedRunIsOnlyDroppedIfAskedFor() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let results = "\(folder)/results"
      let command = ["run", "--data", folder, "--output", results, "--epochs", "1", "--batch-size", "16"]
      try write(Array("{}".utf8), to: "\(results)/checkpoint/cnn/recipe.json")
      let refused = try program(command)
      #expect(refused.exitCode == 73)
      #expect(refused.errors.contains("--resume") && refused.errors.contains("--restart"), "\(refused.errors)")
      let damaged = try program(command + ["--resume"])
      #expect(damaged.exitCode == 65)
      #expect(damaged.errors.contains("recipe.json") && damaged.errors.contains("--restart"), "\(damaged.errors)")
      #expect(try files(in: results).keys.sorted() == ["checkpoint/cnn/recipe.json"])
      let restarted = try program(command + ["--restart", "--quiet"])
      #expect(restarted.exitCode == 0, "\(restarted.errors)")
      #expect(try !files(in: results).keys.contains { $0.hasPrefix("checkpoint") })
    }
  }

  @Test func badInputIsToldAndLeavesTheResultsUntouched() throws {
    try withTemporaryFolder { folder in
      let (data, results) = ("\(folder)/data", "\(folder)/results")
      try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
      try write(Array("kept".utf8), to: "\(results)/summary.txt")
      let header: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 50]
      let cases: [(file: String, bytes: [UInt8], message: String)] = [
        ("train-images-idx3-ubyte", [], "it is empty"),
        ("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 50, 0, 0, 0, 18, 0, 0, 0, 18, 7], "it ends after 1 of"),
        ("train-labels-idx1-ubyte", header + [UInt8](repeating: 1, count: 51), "it goes on after"),
        ("train-labels-idx1-ubyte", [0, 0, 13, 1] + header.dropFirst(4), "its elements are of type 0x0d"),
        ("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 0], "it has 1 labels"),
        ("t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 10, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0], "has the label 9"),
      ]
      for (file, bytes, message) in cases {
        try writeDataset(to: data, changing: [file: bytes])
        let run = try program("run", "--data", data, "--output", results, "--batch-size", "16")
        #expect(run.exitCode == 65, "\(message): \(run.errors)")
        #expect(run.errors.contains(message) && run.errors.contains(file), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count <= 2, "\(run.errors)")
      }
      try writeDataset(to: data)
      #expect(try program("run", "--data", "\(folder)/none", "--output", results).exitCode == 66)
      #expect(try program("run", "--data", data, "--output", results, "--batch-size", "41").exitCode == 64)
      #expect(try files(in: results) == ["summary.txt": Data("kept".utf8)])
    }
  }

  @Test(
    arguments: [
      (["run", "--epochs", "0"], 64), (["run", "--epochs", "9223372036854775807"], 64),
      (["run", "--batch-size", "0"], 64), (["run", "--threads", "0"], 64),
      (["run", "--batch-size", "48001"], 64), (["run", "--only", "nothing"], 64), (["plot", "--dpi", "1"], 64),
      (["plot", "--figures", "standard,03_confusion_matrix"], 64),
      (["plot", "--figures", "all", "--only", "03_confusion_matrix"], 64),
      (["plot", "--format", "gif"], 64), (["plot", "--format", "png,,svg"], 64),
      (["plot", "/nowhere", "--only", "02", "--only", "06_per_class"], 66), (["plot", "/nowhere", "--only", "2"], 64),
      (["plot", "/nowhere", "--figures", "02,03"], 66), (["plot", "/nowhere", "--figures", "02_,03"], 64),
      (["plot", "/nowhere"], 66), (["run", "--output", "/dev/null"], 73), (["run", "--output", "/proc/none"], 73),
      (["--help"], 0), (["--version"], 0),
    ] as [([String], Int32)])
  func exitCodes(_ arguments: [String], _ expected: Int32) throws {
    #expect(try program(arguments).exitCode == expected)
  }
}
