import ArgumentParser
import Figures
import Importing
import Report
import RunRecords
import SystemPackage

/// `training-report import`: makes a saved run from what another trainer left, and draws it.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a saved run from another trainer's logs and predictions, then draw it.",
    discussion: """
      A model's folder holds the log of its training, what it predicted, or both. Logs: JSON, CSV, TensorBoard's event \
      files, and the folders of W&B, MLflow and DVCLive. Predictions: .npy, .npz, CSV or JSON, with probabilities or \
      logits of shape [test samples, classes], or class numbers of shape [test samples]; or a confusion matrix. \
      docs/import.md has an example of each.

      Labels and images are the dataset's; or labels.npy and images.npy beside the predictions, if no dataset is \
      named. Of models without predictions nothing is said of the data unless a dataset is named. What cannot be drawn \
      is left out, with the reason.

      \(DatasetOptions.discussion)
      """)

  @Option(
    help: ArgumentHelp(
      "A model's name and its folder or log; repeat it for more. A pattern such as 'CNN=runs/seed-*' names several trainings of one model.",
      valueName: "name=path"), transform: ModelArgument.init(parsing:))
  var model: [ModelArgument]

  @Option(
    help: ArgumentHelp("The model that figures 03 to 05 show (default: the last one named).", valueName: "name"))
  var feature: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: FilePath = "results"

  @OptionGroup var classOptions: ClassOptions

  @OptionGroup var source: DatasetOptions

  @OptionGroup var options: OutputOptions

  func validate() throws {
    var names: [String] = []
    for model in model {
      if names.contains(model.name) {
        throw ValidationError("--model names \(model.name) twice: give each model a name of its own.")
      }
      names.append(model.name)
    }
    if let feature, !names.contains(feature) {
      throw ValidationError("--feature \(feature) is none of the models: take \(names.joined(separator: " or ")).")
    }
  }

  func run() throws {
    try reporting {
      try options.look.checkFonts()
      // Everything is read and checked before anything is written.
      let imported = try ImportedRun.read(
        try model.map { ($0.name, try $0.trainings()) }, dataset: source.load, isNamed: source.isExplicit,
        classes: classOptions.classes)
      let models = imported.savedModels
      if !options.quiet {
        for training in imported.trainings { StandardError.write("\(oneLine(training.understood))\n") }
        for mean in models.compactMap(\.record.meanText) { StandardError.write("\(oneLine(mean))\n") }
        for note in imported.notes { StandardError.write("Test set: \(oneLine(note))\n") }
      }
      var run = SavedRun(
        record: RunRecord(
          generator: TrainingReport.generator, dataset: imported.dataset,
          featuredModel: feature ?? model.last?.name ?? ""),
        labels: imported.labels, sampleNames: imported.sampleNames, models: models)
      run.keepImages(
        training: imported.training, test: imported.images, samples: source.samples, seed: defaultSeed)
      let folder = try ResultsFolder(output)
      folder.warnIfUnlocked(quiet: options.quiet)
      try draw(run, to: folder, options, saves: true)
    }
  }
}
