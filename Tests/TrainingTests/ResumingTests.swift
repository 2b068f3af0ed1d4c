import Datasets
import FileFormats
import Kinds
import NeuralNetwork
import RunRecords
import Testing

@testable import Training

/// A training that was interrupted after any epoch ends with the bytes of one that was not, whatever its recipe.
@Suite struct ResumingTests {
  private struct Interrupted: Error {}

  /// Trains for three epochs at once, and in three processes.
  private func expectTheSameBytes(_ fields: String, at location: SourceLocation = #_sourceLocation) throws {
    let json = #"{"network": {"kind": "simple_nn"}, "epochs": 3, "batch_size": 10, "seed": 3, \#(fields)}"#
    let recipes = try [Recipe].read(Array(json.utf8), file: "recipe.json")
    let run = try TrainingRun(dataset: .sides, recipes: recipes, threads: 1)
    let whole = try run.train(featured: recipes[0].name, generator: "tests") { _ in }
    try withCheckpointFolder { folder in
      for last in 1...2 {
        #expect(throws: Interrupted.self, sourceLocation: location) {
          try run.train(featured: recipes[0].name, generator: "tests", from: folder.read(of: run.start)) { event in
            try folder.hear(event, of: run.start)
            if case .epochFinished(let finished) = event, finished.epoch == last { throw Interrupted() }
          }
        }
      }
      let checkpoints = try folder.read(of: run.start)
      #expect(checkpoints[0]?.history.epochs == 2, sourceLocation: location)
      let resumed = try run.train(featured: recipes[0].name, generator: "tests", from: checkpoints) { _ in }
      #expect(resumed.models[0].weights == whole.models[0].weights, "\(fields)", sourceLocation: location)
      #expect(resumed.models[0].predictions == whole.models[0].predictions, "\(fields)", sourceLocation: location)
    }
  }

  private static let optimizers = Optimizers.all.map { $0.kind }.filter { $0 != Averaged.kind }

  @Test(arguments: optimizers) func withAnyOptimizer(kind: String) throws {
    try expectTheSameBytes(#""optimizer": {"kind": "\#(kind)"}"#)
    try expectTheSameBytes(#""optimizer": {"kind": "averaged", "optimizer": {"kind": "\#(kind)"}, "decay": 0.9}"#)
  }

  @Test func withMomentum() throws {
    try expectTheSameBytes(#""optimizer": {"kind": "sgd", "momentum": 0.9, "nesterov": true, "weight_decay": 0.01}"#)
  }

  @Test(arguments: Schedules.all.map { $0.kind }) func withAnySchedule(kind: String) throws {
    try expectTheSameBytes(#""schedule": {"kind": "\#(kind)", "warmup_epochs": 0.5}"#)
  }

  @Test(arguments: Augmentations.all.map { $0.kind }) func withAnyAugmentation(kind: String) throws {
    try expectTheSameBytes(#""augmentation": [{"kind": "\#(kind)"}, {"kind": "shift"}]"#)
  }

  @Test func withAllElse() throws {
    try expectTheSameBytes(#""loss": {"label_smoothing": 0.1}, "validation_split": 0, "test_shifts": 2"#)
  }
}
