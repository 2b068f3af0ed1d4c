import ArgumentParser
import AtomicFiles
import Datasets
import Images
import Report
import RunAssembly
import RunRecords

/// `training-report import`: makes a saved run from what another trainer left, and draws it.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a saved run from another trainer's logs and predictions, then draw it.",
    discussion: """
      A model's folder holds the log of its training, predictions.npy, or both. Logs: Keras' History.history as \
      history.json, a CSV file of Keras' or Lightning's CSVLogger, TensorBoard's event files. Predictions: \
      probabilities or logits of shape [test samples, classes], or class numbers of shape [test samples].

      Labels and images are the dataset's; or labels.npy and images.npy beside the predictions, where no dataset is \
      named. What cannot be drawn is left out, with the reason.

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
  var output = "results"

  @Option(help: ArgumentHelp("A text file of the classes' names, one a line.", valueName: "file"))
  var classes: String?

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
      let tested = try testedOn()
      let models = try model.map { model in
        let imported = try ImportedModel.read(model.name, from: model.folder, testedOn: tested.description)
        if !options.quiet { StandardError.write("\(oneLine(imported.understood))\n") }
        let test = imported.predictions.map { ModelRecord.Evaluation(of: $0, labels: tested.labels) }
        return SavedModel(
          record: ModelRecord(name: model.name, history: imported.history, test: test),
          predictions: imported.predictions)
      }
      let run = SavedRun(
        generator: TrainingReport.generator, training: tested.training, labels: tested.labels,
        images: tested.images, description: tested.description, models: models,
        featured: feature ?? model.last?.name ?? "",
        samples: source.samples, seed: defaultSeed)
      let folder = try ResultsFolder(output)
      folder.warnIfUnlocked(quiet: options.quiet)
      try draw(run, to: folder, options, saves: true)
    }
  }

  /// What the models were tested on: the dataset that is named; else the test set in the models' folders; else MNIST.
  private func testedOn() throws -> (
    training: LabeledImages?, labels: [Int], images: ImageSet?, description: RunRecord.Dataset
  ) {
    if !source.isExplicit, let own = try ownTestSet() {
      let names = try classes.map { try ClassNames.read($0, count: own.classCount) }
      let description = RunRecord.Dataset(
        name: Folder.name(of: own.folder), trainingSamples: nil, validationSamples: nil, testSamples: own.labels.count,
        classNames: names ?? (0..<own.classCount).map(String.init))
      return (nil, own.labels, own.images, description)
    }
    let dataset = try source.load()
    // How many training samples the other trainer held out is not known.
    var description = RunRecord.Dataset(dataset, validationSamples: nil)
    if let classes { description.classNames = try ClassNames.read(classes, count: description.classNames.count) }
    return (dataset.training, dataset.test.labels.map(Int.init), dataset.test.images, description)
  }

  /// The test set in the models' folders; one that has images before one that has none.
  private func ownTestSet() throws -> ImportedTestSet? {
    let sets = try model.compactMap { try ImportedTestSet.read(from: $0.folder) }
    guard var own = sets.first else { return nil }
    for other in sets.dropFirst() {
      if other.labels != own.labels { throw DifferentTestSets(file: own.file, other: other.file) }
      own = own.merged(with: other)
    }
    return own
  }
}

/// A model's name and the folder of its files, as `--model` takes them.
struct ModelFolder {
  let name: String
  let folder: String

  /// Takes `CNN=logs/cnn`: all before the first `=` is the name.
  init(parsing argument: String) throws {
    guard let equals = argument.firstIndex(of: "=") else {
      throw ValidationError("It has no '='. Give a name and a folder, such as \"CNN=logs/cnn\".")
    }
    name = argument[..<equals].trimmingSpaces
    folder = String(argument[argument.index(after: equals)...])
    if name.isEmpty { throw ValidationError("Its name is empty. Give one, such as \"CNN=logs/cnn\".") }
    if folder.isEmpty { throw ValidationError("Its folder is empty. Give one, such as \"CNN=logs/cnn\".") }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
