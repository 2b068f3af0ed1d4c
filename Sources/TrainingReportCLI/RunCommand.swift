import ArgumentParser
import Figures
import NeuralNetwork
import Report
import RunRecords
import SystemPackage
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
    abstract: "Train models, evaluate them, save the run, draw the figures, write the summary.",
    discussion: DatasetOptions.discussion)

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: FilePath = "results"

  @OptionGroup var source: DatasetOptions

  @OptionGroup var recipeOptions: RecipeOptions

  @Option(help: ArgumentHelp("Number of threads (default: one per core).", valueName: "count"))
  var threads: Int?

  @Flag(help: "Resume an interrupted run.")
  var resume = false

  @Flag(help: "Start again, dropping what an interrupted run has kept.")
  var restart = false

  @OptionGroup var classOptions: ClassOptions

  @OptionGroup var options: OutputOptions

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads) is out of range: take 1 to 1024.")
    }
    if resume && restart {
      throw ValidationError("--resume resumes an interrupted run and --restart drops it: take one of them.")
    }
  }

  func run() throws {
    ThreadWaiting.boundSpinning()
    try reporting {
      let recipes = try recipeOptions.recipes()
      if recipeOptions.printRecipe { return try StandardOutput.write(recipeText(of: recipes)) }
      try options.look.checkFonts()
      let dataset = try source.load()
      try dataset.checkHasBothSets()
      if !options.quiet { for note in dataset.notes { StandardError.write("\(dataset.name): \(oneLine(note))\n") } }
      let job = try TrainingRun(
        dataset: dataset, recipes: recipes, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
        evaluatingOn: recipeOptions.validationOnly ? .validation : .test, ensemble: recipeOptions.ensemble)
      let classNames = try classOptions.names(for: job.start.dataset)
      let folder = try ResultsFolder(output)
      try folder.checkPagesAreOurs(options.report.pages)
      var progress = ProgressPrinter(quiet: options.quiet, models: recipes.count)
      defer { progress.finish() }
      let checkpoints = CheckpointFolder(folder.layout.checkpoint)
      let earlier = try checkpointsToResume(in: checkpoints, of: job.start)
      folder.warnIfUnlocked(quiet: options.quiet)
      var finished = job.start.recipes.enumerated().compactMap { place, recipe in
        earlier[place].map { (name: recipe.name, epochs: $0.history.epochs) }
      }
      Interruption.keepSignals()
      var trained: SavedRun
      do {
        trained = try job.train(
          featured: job.modelNames.last ?? "", generator: TrainingReport.generator, from: earlier
        ) { event in
          try checkpoints.hear(event, of: job.start)
          if case .epochFinished(let epoch) = event {
            finished.removeAll { $0.name == epoch.name }
            finished.append((epoch.name, epoch.epoch))
          }
          progress.report(event)
          if let signal = Interruption.pending { throw Interrupted(signal: signal) }
        }
      } catch let interrupted as Interrupted {
        let epochs = finished.map { "\($0.epochs) of \($0.name)" }
        throw Failure(message: Self.message(of: interrupted, epochs: epochs), exitCode: interrupted.exitCode)
      }
      // What follows takes a moment and is safe to be ended anywhere.
      Interruption.letSignalsThrough()
      if let classNames { trained.record.dataset.classNames = classNames }
      trained.keepImages(
        training: dataset.training, test: dataset.test.images, samples: source.samples,
        seed: recipes.first?.seed ?? defaultSeed)
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

  /// What an interrupted run has kept, if it is to be resumed; what is not to be resumed is only dropped if asked for.
  private func checkpointsToResume(in checkpoints: CheckpointFolder, of start: RunStart) throws -> [Int: Checkpoint] {
    if resume { return try checkpoints.read(of: start) }
    if restart {
      try checkpoints.remove()
    } else if checkpoints.exists {
      throw Failure(
        message: """
          \(output) holds the checkpoint of an interrupted run.
          Resume it with --resume, or drop it and start again with --restart.
          """,
        exitCode: Failure.cannotCreate)
    }
    return [:]
  }

  /// `stopped by SIGINT.` and what to do, which depends on whether an epoch was finished.
  private static func message(of interrupted: Interrupted, epochs: [String]) -> String {
    if epochs.isEmpty {
      return "stopped by \(interrupted.signalName), before the first epoch was finished.\nStart it again."
    }
    return """
      stopped by \(interrupted.signalName). Finished epochs are kept: \(epochs.joined(separator: ", ")).
      The same command with --resume goes on from there.
      """
  }
}
