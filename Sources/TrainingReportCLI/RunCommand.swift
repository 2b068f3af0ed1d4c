import ArgumentParser
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
    discussion: DatasetOptions.discussion)

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output = "results"

  @OptionGroup var source: DatasetOptions

  @Option(help: ArgumentHelp("How often the training set is gone through.", valueName: "count"))
  var epochs = 10

  @Option(help: ArgumentHelp("How many samples a training step takes.", valueName: "count"))
  var batchSize = 128

  @Option(help: ArgumentHelp("What weights, order and dropout are drawn from.", valueName: "number"))
  var seed = defaultSeed

  @Option(help: ArgumentHelp("How many threads compute (default: one a core).", valueName: "count"))
  var threads: Int?

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
      let dataset = try source.load()
      let configuration = RunRecord.Configuration(
        epochs: epochs, batchSize: batchSize, seed: seed,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
      guard batchSize <= dataset.split.training.count else {
        throw Failure(
          message: "--batch-size \(batchSize) is larger than the \(dataset.split.training.count) samples to train on.",
          exitCode: Failure.usage)
      }
      let job = try TrainingRun(dataset: dataset, configuration: configuration)
      let folder = try ResultsFolder(output)
      try folder.checkPagesAreOurs(options.report.pages)
      var progress = ProgressPrinter(quiet: options.quiet)
      defer { progress.finish() }
      let checkpoints = CheckpointFolder(folder.file("checkpoint"))
      let checkpoint = resume ? try checkpoints.read(goingOnFrom: job.start) : nil
      folder.warnIfUnlocked(quiet: options.quiet)
      var kept = checkpoint
      Interruption.keepSignals()
      let trained: SavedRun
      do {
        trained = try job.train(
          featured: job.modelNames.last ?? "", samples: source.samples, generator: TrainingReport.generator,
          from: checkpoint,
          save: {
            try checkpoints.write($0)
            kept = $0
          },
          events: {
            progress.report($0)
            if let signal = Interruption.pending { throw Interrupted(signal: signal) }
          })
      } catch let interrupted as Interrupted {
        throw Failure(message: Self.message(of: interrupted, kept: kept), exitCode: interrupted.exitCode)
      }
      // What follows takes a moment and is safe to be ended anywhere.
      Interruption.letSignalsThrough()
      do {
        try reporting { try draw(trained, to: folder, options, saves: true) }
      } catch let failure as Failure {
        throw Failure(
          message: failure.message + " The trained models are kept: with --resume nothing is trained again.",
          exitCode: failure.exitCode)
      }
      try checkpoints.remove()
    }
  }

  /// `stopped by SIGINT.` and what to do, which depends on whether an epoch was finished.
  private static func message(of interrupted: Interrupted, kept: Checkpoint?) -> String {
    let epochs = kept?.models.map { "\($0.history.epochs) of \($0.name)" } ?? []
    if epochs.isEmpty {
      return "stopped by \(interrupted.signalName), before the first epoch was finished.\nStart it again."
    }
    return """
      stopped by \(interrupted.signalName). Finished epochs are kept: \(epochs.joined(separator: ", ")).
      The same command with --resume goes on from there.
      """
  }
}
