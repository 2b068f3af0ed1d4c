import ArgumentParser
import Datasets
import Report
import RunRecords
import Training

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `training-report run`: the main job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Train both models, evaluate them, save the run, draw the figures, write the summary.",
    discussion: """
      A folder of one's own data holds IDX files under MNIST's names, plain or gzip-compressed: \
      train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte.
      """)

  /// The datasets that the program holds.
  enum EmbeddedDataset: String, ExpressibleByArgument, CaseIterable { case mnist }

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output = "results"

  @Option(help: "A dataset that the program holds.")
  var dataset = EmbeddedDataset.mnist

  @Option(help: ArgumentHelp("A folder of one's own images and labels, instead.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("How often the training set is gone through.", valueName: "count"))
  var epochs = 10

  @Option(help: ArgumentHelp("How many samples a training step takes.", valueName: "count"))
  var batchSize = 128

  @Option(help: ArgumentHelp("What weights, order and dropout are drawn from.", valueName: "number"))
  var seed: UInt64 = 42

  @Option(help: ArgumentHelp("How many threads compute (default: one a core).", valueName: "count"))
  var threads: Int?

  @Option(help: "Which training images figure 01 shows: first or random.")
  var samples = FigureSelection.SampleChoice.first

  @Flag(help: "Go on with a run that was interrupted.")
  var resume = false

  @OptionGroup var options: OutputOptions

  func validate() throws {
    guard epochs >= 1 else { throw ValidationError("--epochs \(epochs) trains nothing: take 1 or more.") }
    guard batchSize >= 1 else { throw ValidationError("--batch-size \(batchSize) is no batch: take 1 or more.") }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads) is out of range: take 1 to 1024.")
    }
  }

  func run() throws {
    try reporting {
      let folder = try ResultsFolder(output)
      let dataset = try data.map { try Dataset.load(folder: $0) } ?? Dataset.mnist()
      let configuration = RunRecord.Configuration(
        epochs: epochs, batchSize: batchSize, seed: seed, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
      guard batchSize <= dataset.split.training.count else {
        throw Failure(
          message: "--batch-size \(batchSize) is larger than the \(dataset.split.training.count) samples to train on.",
          exitCode: Failure.usage)
      }
      let job = try TrainingRun(dataset: dataset, configuration: configuration)
      var progress = ProgressPrinter(quiet: options.quiet)
      defer { progress.finish() }
      let checkpoints = CheckpointFolder(folder.file("checkpoint"))
      let checkpoint = resume ? try checkpoints.read(for: configuration, dataset: job.description) : nil
      let outcome = try job.train(
        featured: job.modelNames.last ?? "", samples: samples, generator: TrainingReport.generator, from: checkpoint,
        save: { try checkpoints.write($0) }, events: { progress.report($0) })
      try folder.write(outcome.run, weights: outcome.weights)
      try draw(outcome.run, to: folder, options)
      try checkpoints.remove()
    }
  }
}

extension FigureSelection.SampleChoice: ExpressibleByArgument {}
