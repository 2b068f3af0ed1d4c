import FileFormats
import Foundation
import RunRecords
import Testing

@testable import Report

@Suite struct SummaryTests {
  /// A run of 4 test samples and 2 classes: 3 right of the CNN, the last taken for class 0.
  static let run = SavedRun(
    record: RunRecord(
      generator: "tests",
      dataset: RunRecord.Dataset(
        name: "MNIST", trainingSamples: 60_000, validationSamples: 12_000, testSamples: 10_000, classNames: ["0", "1"]),
      featuredModel: "CNN"),
    labels: [0, 0, 1, 1],
    models: [
      SavedModel(
        record: ModelRecord(
          name: "Simple NN", parameters: 109_386, test: ModelRecord.Evaluation(loss: 0.0728, accuracy: 0.9777))),
      SavedModel(
        record: ModelRecord(
          name: "CNN", parameters: 131_530, test: ModelRecord.Evaluation(loss: 0.0289, accuracy: 0.9909)),
        predictions: Predictions(classes: [0, 0, 1, 0], classCount: 2)),
    ])

  @Test func theTextIsTheOriginals() {
    #expect(
      summaryText(of: RunFacts(of: Self.run)) == """
        ============================================================
        MNIST DIGIT RECOGNITION - PROJECT SUMMARY
        ============================================================

        Training Samples: 60,000
        Test Samples: 10,000

        MODEL ARCHITECTURES
        ------------------------------------------------------------
        Simple NN Parameters: 109,386
        CNN Parameters: 131,530

        RESULTS
        ------------------------------------------------------------
        Simple NN Test Accuracy: 97.77%
        CNN Test Accuracy: 99.09%
        Improvement: 1.32%

        CLASSIFICATION REPORT
        ------------------------------------------------------------
                      precision    recall  f1-score   support

                   0     0.6667    1.0000    0.8000         2
                   1     1.0000    0.5000    0.6667         2

            accuracy                         0.7500         4
           macro avg     0.8333    0.7500    0.7333         4
        weighted avg     0.8333    0.7500    0.7333         4

        """)
  }

  @Test func whatIsNotKnownIsLeftOut() {
    var run = Self.run
    run.labels = nil
    run.models[0].record.parameters = nil
    run.models[1].record.test = nil
    run.record.dataset.trainingSamples = nil
    let text = summaryText(of: RunFacts(of: run))
    #expect(!text.contains("Training Samples"))
    #expect(!text.contains("Simple NN Parameters"))
    #expect(text.contains("Simple NN Test Accuracy: 97.77%\n"))
    #expect(!text.contains("Improvement"))
    #expect(!text.contains("CLASSIFICATION REPORT"))
  }

  @Test(
    arguments: [
      (nil, [], "PROJECT SUMMARY"), ("flowers", ["rose", "tulip"], "FLOWERS - PROJECT SUMMARY"),
      ("letters", ["0", "1"], "LETTERS - PROJECT SUMMARY"),
      ("QMNIST", ["0", "1"], "QMNIST DIGIT RECOGNITION - PROJECT SUMMARY"),
    ] as [(String?, [String], String)])
  func theHeadingClaimsOnlyWhatIsKnownOfTheData(name: String?, classes: [String], heading: String) {
    let run = SavedRun(
      record: RunRecord(
        generator: "tests", dataset: RunRecord.Dataset(name: name, classNames: classes), featuredModel: "CNN"),
      models: [SavedModel(record: ModelRecord(name: "CNN", parameters: 131_530))])
    #expect(
      summaryText(of: RunFacts(of: run)) == """
        ============================================================
        \(heading)
        ============================================================

        MODEL ARCHITECTURES
        ------------------------------------------------------------
        CNN Parameters: 131,530

        """)
  }

  @Test(arguments: [
    (
      TrainingHistory(loss: [0.9, 0.5, 0.4], validationAccuracy: [0.5, 0.75, 0.625]),
      ["A Epochs: 3", "A Last Validation Accuracy: 62.50%", "A Best Validation Accuracy: 75.00% (epoch 2)"]
    ),
    (
      TrainingHistory(loss: [0.9, 0.5], validationLoss: [.nan, 0.75]),
      ["A Epochs: 2", "A Last Validation Loss: 0.7500", "A Best Validation Loss: 0.7500 (epoch 2)"]
    ),
    (
      TrainingHistory(series: ["accuracy": .init(.step, positions: [500, 1000], values: [0.25, 0.5])]),
      ["A Steps: 1,000", "A Last Training Accuracy: 50.00%", "A Best Training Accuracy: 50.00% (step 1,000)"]
    ),
    (
      TrainingHistory(series: ["loss": .init(.epoch, positions: [0.25, 0.5], values: [2, 3])]),
      ["A Last Training Loss: 3.0000", "A Best Training Loss: 2.0000 (epoch 0.25)"]
    ),
  ])
  func whatWasNotTestedIsToldByItsTraining(history: TrainingHistory, lines: [String]) {
    let run = SavedRun(
      record: RunRecord(generator: "tests", featuredModel: "A"),
      models: [SavedModel(record: ModelRecord(name: "A", history: history))])
    let rule = String(repeating: "-", count: 60)
    #expect(
      summaryText(of: RunFacts(of: run)).hasSuffix("\n\nTRAINING\n\(rule)\n\(lines.joined(separator: "\n"))\n"))
  }

  @Test func theTableIsAligned() {
    #expect(
      resultsText(of: RunFacts(of: Self.run)).hasSuffix(
        """
        Model       Test accuracy   Test loss   Parameters
        Simple NN          97.77%      0.0728      109,386
        CNN                99.09%      0.0289      131,530

        Most often confused by CNN
          1 taken for 0  1 time

        """))
  }

  @Test func noNameForgesALine() {
    var run = Self.run
    run.record.dataset.classNames = ["0", "1\n\u{1B}[1mForged: 100%"]
    run.models[1].record.name = "CNN\u{07}\u{2028}Forged: 100%"
    run.record.featuredModel = run.models[1].record.name
    let text = resultsText(of: RunFacts(of: run))
    let controls: [Unicode.Scalar] = ["\u{07}", "\u{1B}", "\u{2028}"]
    for control in controls { #expect(!text.unicodeScalars.contains(control)) }
    #expect(text.contains("CNN\u{FFFD} Forged: 100% Test Accuracy: 99.09%"))
    #expect(text.contains("1 \u{FFFD}[1mForged: 100%     1.0000    0.5000"))
  }
}
