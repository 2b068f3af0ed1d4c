import FileFormats
import Foundation
import RunRecords
import SystemPackage
import TestSupport
import Testing

/// `import` as a person runs it, on ten test images of three classes.
@Suite struct ImportCommandTests {
  private let history = #"{"loss": [0.9, 0.5], "accuracy": [0.6, 0.8], "val_loss": [0.7, NaN], "lr": [0.1, 0.1]}"#

  /// Probabilities of ten samples; all are right but for the samples in `wrong`, which are taken for the next class.
  private func predictions(wrong: [Int] = [], rows: Int = 10, confidence: Float = 0.75) -> [UInt8] {
    let rest = (1 - confidence) / 2
    let values = (0..<rows).flatMap { row in
      (0..<3).map { $0 == (wrong.contains(row) ? row + 1 : row) % 3 ? confidence : rest }
    }
    return NPY.write(NPYArray(shape: [rows, 3], elements: .float32(values)))
  }

  /// Writes the dataset, a model `a` with a history and predictions, and `b` with a history alone.
  private func withInput(_ body: (_ folder: String, _ import: (String...) throws -> Outcome) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      try write(Array(history.utf8), to: "\(folder)/a/history.json")
      try write(predictions(wrong: [1, 2, 9]), to: "\(folder)/a/predictions.npy")
      try write(Array(#"{"loss": [0.4]}"#.utf8), to: "\(folder)/b/history.json")
      try body(folder) { arguments in
        try program(["import", "--data", folder, "--output", "\(folder)/results"] + arguments)
      }
    }
  }

  @Test func anImportIsARunThatDrawsAgainToTheSameBytes() throws {
    try withInput { folder, `import` in
      let outcome = try `import`("--model", "B=\(folder)/b", "--model", "Net A=\(folder)/a")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(
        outcome.errors == """
          B: history of 1 epoch from history.json (no accuracy, no val_loss, no val_accuracy), no predictions
          Net A: history of 2 epochs from history.json (no val_accuracy), 10 predictions of 3 classes; val_loss is NaN at epoch 2

          """)
      #expect(outcome.output.contains("Net A Test Accuracy: 70.00%") && !outcome.output.contains("Parameters:"))
      let results = "\(folder)/results"
      let written = try files(in: results)
      #expect(
        Set(written.keys) == [
          "01_sample_digits.png", "02_training_comparison.png", "03_confusion_matrix.png",
          "04_misclassified_examples.png", "05_correct_predictions.png", "summary.txt", "run/run.json",
          "run/images.npy", "run/labels.npy", "run/net_a/predictions.npy",
        ])

      let run = try SavedRun.read(from: FilePath("\(results)/run"))
      #expect(run.record.featuredModel == "Net A")
      #expect(run.models.map(\.record.recipe) == [nil, nil] && run.record.dataset.validationSamples == nil)
      #expect(run.record.figures.misclassified.map(\.index) == [1, 2, 9])
      let test = try #require(run.models[1].record.test)
      #expect(test.accuracy == 0.7)
      // Seven samples have 0.75 for their class, three 0.125.
      #expect(abs(try #require(test.loss) - (7 * log(4 / 3.0) + 3 * log(8)) / 10) < 1e-6)

      #expect(try program("plot", results, "--output", "\(folder)/again", "--quiet").exitCode == 0)
      #expect(try files(in: "\(folder)/again") == written.filter { !$0.key.hasPrefix("run/") })
    }
  }

  @Test func aHistoryAloneDrawsWhatItCanAndSaysWhatItCannot() throws {
    try withInput { folder, `import` in
      let outcome = try `import`("--model", "B=\(folder)/b")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let figures = try files(in: "\(folder)/results").keys.filter { $0.hasSuffix(".png") }
      #expect(Set(figures) == ["01_sample_digits.png", "02_training_comparison.png"])
      for name in ["03_confusion_matrix", "04_misclassified_examples", "05_correct_predictions"] {
        #expect(outcome.output.contains("Left out \(name): no predictions of B"))
      }
    }
  }

  @Test(arguments: [
    ("history.json", #"{"loss": [0.9, 0.5], "val_accuracy": [0.6, 0.8]}"#), ("log.csv", "epoch,loss\n0,0.5\n1,0.25\n"),
    ("trainer_state.json", #"{"log_history": [{"epoch": 1.0, "step": 5, "loss": 0.5}]}"#),
  ])
  func ofALogAloneNothingIsSaidOfTheData(file: String, log: String) throws {
    try withTemporaryFolder { folder in
      try write(Array(log.utf8), to: "\(folder)/model/\(file)")
      let outcome = try program(
        "import", "--model", "M=\(folder)/model", "--output", "\(folder)/results", "--markdown", "--json")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let written = try files(in: "\(folder)/results")
      #expect(
        Set(written.keys.filter { $0.hasSuffix(".png") && !$0.contains("dark") }) == ["02_training_comparison.png"])
      let texts =
        [outcome.output]
        + ["summary.txt", "README.md", "run/run.json"].compactMap { written[$0] }.map {
          String(decoding: $0, as: UTF8.self)
        }
      #expect(texts.count == 4)
      for text in texts {
        for word in ["MNIST", "60,000", "60000", "10,000", "10000", "DIGIT", "Digit"] { #expect(!text.contains(word)) }
      }
      #expect(texts[2].contains("\n# M\n"))
      #expect(try SavedRun.read(from: FilePath("\(folder)/results/run")).record.dataset == RunRecord.Dataset())
    }
  }

  @Test func classesOfALogAloneAreKept() throws {
    try withTemporaryFolder { folder in
      try write(Array(history.utf8), to: "\(folder)/model/history.json")
      try write(Array("cat\ndog\nfox\n".utf8), to: "\(folder)/names.txt")
      let outcome = try program(
        "import", "--model", "M=\(folder)/model", "--classes", "\(folder)/names.txt", "--output", "\(folder)/results")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(
        try SavedRun.read(from: FilePath("\(folder)/results/run")).record.dataset.classNames == ["cat", "dog", "fox"])
    }
  }

  @Test func anotherModelIsFeaturedWhereItIsNamed() throws {
    try withInput { folder, `import` in
      let models = ["--model", "A=\(folder)/a", "--model", "B=\(folder)/b"]
      let outcome = try program(
        ["import", "--data", folder, "--output", "\(folder)/results", "--feature", "A", "--quiet"] + models)
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors.isEmpty && outcome.output.isEmpty, "\(outcome.errors)")
      #expect(try SavedRun.read(from: FilePath("\(folder)/results/run")).record.featuredModel == "A")
      let unknown = try `import`("--model", "A=\(folder)/a", "--model", "B=\(folder)/b", "--feature", "C")
      #expect(unknown.exitCode == 64)
      #expect(unknown.errors.contains("--feature C is none of the models: take A or B."))
    }
  }

  @Test func classesAloneDropTheConfidenceAndNoMistakeLeavesOutFigure04() throws {
    try withInput { folder, `import` in
      #expect(try `import`("--model", "A=\(folder)/a").exitCode == 0)
      let classes = NPYArray(shape: [10], elements: .int64((0..<10).map { $0 % 3 }))
      try write(NPY.write(classes), to: "\(folder)/classes/predictions.npy")
      let outcome = try `import`("--model", "A=\(folder)/classes")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(outcome.errors == "A: no history, 10 predicted classes without probabilities\n")
      #expect(outcome.output.contains("Left out 02_training_comparison: no training history"))
      // The first import had drawn it.
      #expect(try files(in: "\(folder)/results")["04_misclassified_examples.png"] == nil)
      let run = try SavedRun.read(from: FilePath("\(folder)/results/run"))
      #expect(run.models[0].record.test == ModelRecord.Evaluation(loss: nil, accuracy: 1))
    }
  }

  @Test func aTestSetOfOnesOwnNeedsNoDataset() throws {
    try withTemporaryFolder { folder in
      let labels = NPYArray(shape: [10], elements: .int64((0..<10).map { $0 % 3 }))
      try write(NPY.write(labels), to: "\(folder)/a/labels.npy")
      // Logits: the class' is 2, the others' 0; samples 1, 2 and 9 are wrong.
      let logits = (0..<10).flatMap { row in
        (0..<3).map { Float($0 == ([1, 2, 9].contains(row) ? row + 1 : row) % 3 ? 2 : 0) }
      }
      try write(
        NPY.write(NPYArray(shape: [10, 3], elements: .float32(logits))), to: "\(folder)/a/predictions.npy")
      try write(Array("circle\nsquare\nstar\n".utf8), to: "\(folder)/names.txt")
      let results = "\(folder)/results"
      func figures() throws -> Set<String> { Set(try files(in: results).keys.filter { $0.hasSuffix(".png") }) }

      let arguments = ["import", "--model", "A=\(folder)/a", "--classes", "\(folder)/names.txt", "--output", results]
      let labelsAlone = try program(arguments)
      #expect(labelsAlone.exitCode == 0, "\(labelsAlone.errors)")
      #expect(labelsAlone.errors.contains("the predictions are logits, to which softmax was applied"))
      #expect(try figures() == ["03_confusion_matrix.png"])
      #expect(labelsAlone.output.contains("Left out 04_misclassified_examples: "))
      #expect(labelsAlone.output.contains("star"))
      let run = try SavedRun.read(from: FilePath("\(results)/run"))
      #expect(run.record.dataset.classNames == ["circle", "square", "star"])
      #expect(run.record.dataset.name == nil && run.record.dataset.testSamples == 10)
      #expect(run.models[0].record.test?.accuracy == 0.7)
      let confidence = try #require(run.models[0].predictions?.confidence(of: 0))
      // e^2 / (e^2 + 2)
      #expect(abs(confidence - 0.786986) < 1e-5)

      // A row of its number of grey levels for each image.
      let images = NPYArray(shape: [10, 4, 5, 1], elements: .float32((0..<200).map { Float($0 / 20) / 10 }))
      try write(NPY.write(images), to: "\(folder)/a/images.npy")
      let withImages = try program(arguments)
      #expect(withImages.exitCode == 0, "\(withImages.errors)")
      #expect(
        try figures() == [
          "03_confusion_matrix.png", "04_misclassified_examples.png", "05_correct_predictions.png",
        ])
      let again = try SavedRun.read(from: FilePath("\(results)/run"))
      #expect(again.record.figures.misclassified.map(\.index) == [1, 2, 9])
      #expect(again.images?.pixels[0] == 26 && again.images?.height == 4)

      for (name, bytes, message) in [
        (
          "labels.npy", NPY.write(NPYArray(shape: [10], elements: .float32([Float](repeating: 0.5, count: 10)))),
          "element 0"
        ),
        ("labels.npy", NPY.write(NPYArray(shape: [1], elements: .int64([-1]))), "element 0"),
      ] {
        let kept = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a/\(name)"))
        try write(bytes, to: "\(folder)/a/\(name)")
        let outcome = try program(arguments)
        #expect(outcome.exitCode == 65 && outcome.errors.contains(message), "\(outcome.errors)")
        try write(Array(kept), to: "\(folder)/a/\(name)")
      }
      // Images that cannot be shown leave out their figures.
      let shown = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a/images.npy"))
      for (shape, message) in [([9, 1, 1], "there are 9 images, and 10 labels"), ([10], "is not the shape of images")] {
        let bytes = NPY.write(NPYArray(shape: shape, elements: .uint8([UInt8](repeating: 1, count: shape[0]))))
        try write(bytes, to: "\(folder)/a/images.npy")
        let outcome = try program(arguments)
        #expect(outcome.exitCode == 0 && outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output.contains("Left out 04_misclassified_examples: "))
      }
      try write(Array(shown), to: "\(folder)/a/images.npy")
      try write(Array("one\ntwo\n".utf8), to: "\(folder)/names.txt")
      let names = try program(arguments)
      #expect(names.exitCode == 65 && names.errors.contains("it has 2 names for 3 classes"), "\(names.errors)")
    }
  }

  /// Logs that the libraries wrote themselves; ImportingTests/Fixtures/make_logs.py has made them.
  @Test func logsOfLightningAndTensorBoardAreDrawn() throws {
    let logs = pathBesideTest("../ImportingTests/Fixtures").path
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let outcome = try program(
        "import", "--data", folder, "--output", "\(folder)/results", "--model", "Lightning=\(logs)/lightning",
        "--model", "TensorBoard=\(logs)/keras/tensorboard", "--markdown")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(
        outcome.errors.hasPrefix(
          """
          Lightning: history of 3 epochs from metrics.csv, no predictions; the log counts epochs from 0, they are numbered from 1
          TensorBoard: history of 3 epochs from 2 event files, no predictions; the log counts epochs from 0, they are numbered
          """))
      let written = try files(in: "\(folder)/results")
      #expect(written["02_training_comparison.png"] != nil)
      // The last validation accuracies in Fixtures/expected.
      let readme = String(decoding: try #require(written["README.md"]), as: UTF8.self)
      #expect(readme.contains("71.88%") && readme.contains("31.25%"), "\(readme)")
    }
  }

  @Test func badInputIsToldAndLeavesTheResultsUntouched() throws {
    try withInput { folder, `import` in
      try write(Array("kept".utf8), to: "\(folder)/results/summary.txt")
      let nan = NPY.write(NPYArray(shape: [10, 3], elements: .float32([Float](repeating: .nan, count: 30))))
      let half = NPY.write(NPYArray(shape: [10, 3], elements: .float32([Float](repeating: 0.5, count: 30))))
      let four = NPY.write(NPYArray(shape: [10, 4], elements: .float64([Double](repeating: 0.25, count: 40))))
      let class3 = NPY.write(NPYArray(shape: [10], elements: .int64([Int64](repeating: 3, count: 10))))
      let cases: [(file: String, bytes: [UInt8], message: String)] = [
        ("predictions.npy", predictions(rows: 9), "predictions of 9 samples, and the test set of"),
        ("predictions.npy", four, "it has probabilities of 4 classes, and"),
        ("predictions.npy", nan, "row 0, column 0: nan is no probability and no logit"),
        ("predictions.npy", half, "row 0: its numbers are from 0 to 1 but sum to 1.5"),
        ("predictions.npy", class3, "element 0"),
        ("predictions.npy", [], "it is empty"),
        ("predictions.npy", Array(predictions().dropLast()), "it ends after 119 of the 120 bytes"),
        ("history.json", Array("{".utf8), "it is not valid JSON"),
        ("history.json", Array(#"{"loss": [1, "x"]}"#.utf8), "loss[1]"),
        ("history.json", Array(#"{"lr": [1]}"#.utf8), "it has no loss and no accuracy"),
      ]
      for (name, bytes, message) in cases {
        let file = "\(folder)/bad/\(name)"
        try write(bytes, to: file)
        let outcome = try `import`("--model", "A=\(folder)/a", "--model", "Bad=\(folder)/bad", "--quiet")
        #expect(outcome.exitCode == 65, "\(message): \(outcome.errors)")
        #expect(outcome.errors.contains(message) && outcome.errors.contains(file), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count <= 2, "\(outcome.errors)")
        try FileManager.default.removeItem(atPath: file)
      }
      let missing = [
        ("bad", "cannot find a training log or predictions.npy of Bad"), ("none", "cannot read"),
      ]
      for (path, message) in missing {
        let outcome = try `import`("--model", "A=\(folder)/a", "--model", "Bad=\(folder)/\(path)", "--quiet")
        #expect(outcome.exitCode == 66, "\(path): \(outcome.errors)")
        #expect(outcome.errors.contains(message) && outcome.errors.contains("\(folder)/\(path)"), "\(outcome.errors)")
      }
      #expect(try `import`("--model", "A=\(folder)/a", "--data", "\(folder)/none").exitCode == 66)
      #expect(try `import`("--model", "A=\(folder)/a", "--output", "\(folder)/a/history.json").exitCode == 73)
      #expect(try files(in: "\(folder)/results") == ["summary.txt": Data("kept".utf8)])
    }
  }

  @Test(
    arguments: [
      ([], "Missing expected argument '--model"), (["--model", "CNN"], "It has no '='"),
      (["--model", "=logs"], "Its name is empty"), (["--model", " =logs"], "Its name is empty"),
      (["--model", "CNN="], "Its folder is empty"),
      (["--model", "CNN=a", "--model", "CNN=b"], "--model names CNN twice"),
      (["--model", "CNN=a", "--samples", "best"], "--samples"),
      (["--model", "CNN=a", "--dpi", "0"], "--dpi"),
    ] as [([String], String)])
  func whatMakesNoSenseIsAUsageError(_ arguments: [String], _ message: String) throws {
    let outcome = try program(["import"] + arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
