import ArgumentParser
import Datasets
import Figures
import Files
import Report
import RunRecords
import SystemPackage

/// `training-report combine`: makes one run of several.
struct CombineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "combine",
    abstract: "Make one run of runs with other seeds or models, then draw it.",
    discussion: """
      Trainings of one recipe with several seeds become one model, shown as their mean with the standard deviation. The \
      data must be the same, which their checksum tells.

      The images of the featured model's mistakes are taken from the runs; if none has them, from the data that --data \
      names, or from MNIST if that is what the runs were made on.
      """)

  @Argument(help: ArgumentHelp("Results folders, each of which holds a saved run in run/.", valueName: "run"))
  var runs: [FilePath]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: FilePath = "results"

  @Option(
    help: ArgumentHelp("The model that figures 03 to 05 show (default: the last one).", valueName: "name"))
  var feature: String?

  @Flag(help: "One more model answers with the mean of the probabilities of all trainings.")
  var ensemble = false

  @Option(help: ArgumentHelp("The folder of images and labels that the runs were made on.", valueName: "folder"))
  var data: FilePath?

  @OptionGroup var classOptions: ClassOptions

  @OptionGroup var options: OutputOptions

  func run() throws {
    try reporting {
      try options.look.checkFonts()
      // Everything is read and checked before anything is written.
      let combined = try CombinedRun(
        runs.map { CombinedRun.Part(name: $0.string, run: try .readWithWeights(from: ResultsLayout($0).run.folder)) },
        generator: TrainingReport.generator, featured: feature, ensemble: ensemble)
      if !options.quiet { for note in combined.notes { StandardError.write("\(oneLine(note))\n") } }
      let run = try classOptions.applied(to: withImages(combined))
      if !options.quiet && data == nil && !combined.hasImagesOfAnswers && run.images == combined.run.images {
        StandardError.write(
          "no run has images of the mistakes of \(oneLine(run.record.featuredModel)); --data names the folder that has them\n"
        )
      }
      let folder = try ResultsFolder(output)
      folder.warnIfUnlocked(quiet: options.quiet)
      try draw(run, to: folder, options, saves: true)
    }
  }

  /// The run with the images that its figures show, from the data if they are at hand.
  private func withImages(_ combined: CombinedRun) throws -> SavedRun {
    var run = combined.run
    guard data != nil || (!combined.hasImagesOfAnswers && run.record.dataset.name == "MNIST") else { return run }
    let dataset = try data.map { try Dataset.load(folder: $0) } ?? Dataset.mnist()
    let isSame =
      run.record.dataset.checksum.map { $0 == dataset.checksum } ?? (run.labels == dataset.test.labels.map(Int.init))
    guard isSame else {
      guard let data else { return run }
      throw Failure(
        message: """
          \(oneLine(data.string)) does not hold the data that the runs were made on.
          Name the folder that they were trained on, or leave out --data.
          """,
        exitCode: Failure.badData)
    }
    let seed = run.models.lazy.compactMap { $0.record.recipe?.seed ?? $0.record.members.first?.recipe?.seed }.first
    run.keepImages(
      training: dataset.training, test: dataset.test.images, samples: run.record.figures.samplesChosen,
      seed: seed ?? defaultSeed)
    return run
  }
}
