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
      A model's folder holds the log of its training, predictions.npy, or both. Logs: Keras' History.history as \
      history.json, a CSV file of Keras' or Lightning's CSVLogger, TensorBoard's event files. Predictions: \
      probabilities or logits of shape [test samples, classes], or class numbers of shape [test samples].

      Labels and images are the dataset's; or labels.npy and images.npy beside the predictions, if no dataset is \
      named. Of models without predictions nothing is said of the data unless a dataset is named. What cannot be drawn \
      is left out, with the reason.

      \(DatasetOptions.discussion)
      """)

  @Option(
    help: ArgumentHelp("A model's name and its folder; repeat it for more.", valueName: "name=folder"),
    transform: ModelFolder.init(parsing:))
  var model: [ModelFolder]

  @Option(
    help: ArgumentHelp("The model that figures 03 to 05 show (default: the last one named).", valueName: "name"))
  var feature: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: FilePath = "results"

  @Option(help: ArgumentHelp("A text file of the classes' names, one a line.", valueName: "file"))
  var classes: FilePath?

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
      // Everything is read and checked before anything is written.
      let imported = try ImportedRun.read(
        model.map { ($0.name, $0.folder) }, dataset: source.load, isNamed: source.isExplicit, classes: classes)
      if !options.quiet {
        for model in imported.models { StandardError.write("\(oneLine(model.understood))\n") }
      }
      var run = SavedRun(
        record: RunRecord(
          generator: TrainingReport.generator, dataset: imported.dataset,
          featuredModel: feature ?? model.last?.name ?? ""),
        labels: imported.labels, models: imported.savedModels)
      run.keepImages(
        training: imported.training, test: imported.images, samples: source.samples, seed: defaultSeed)
      let folder = try ResultsFolder(output)
      folder.warnIfUnlocked(quiet: options.quiet)
      try draw(run, to: folder, options, saves: true)
    }
  }
}

/// A model's name and the folder of its files, as `--model` takes them.
struct ModelFolder {
  let name: String
  let folder: FilePath

  /// Takes `CNN=logs/cnn`: all before the first `=` is the name.
  init(parsing argument: String) throws {
    guard let equals = argument.firstIndex(of: "=") else {
      throw ValidationError("It has no '='. Give a name and a folder, such as \"CNN=logs/cnn\".")
    }
    name = argument[..<equals].trimmingSpaces
    folder = FilePath(String(argument[argument.index(after: equals)...]))
    if name.isEmpty { throw ValidationError("Its name is empty. Give one, such as \"CNN=logs/cnn\".") }
    if folder.isEmpty { throw ValidationError("Its folder is empty. Give one, such as \"CNN=logs/cnn\".") }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
