import ArgumentParser
import Datasets
import Report
import RunAssembly
import RunRecords

/// `training-report import`: makes a saved run from what another trainer left, and draws it.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a saved run from another trainer's logs and predictions, then draw it.",
    discussion: """
      A model's folder holds history.json (Keras' History.history), predictions.npy (probabilities of shape \
      [test samples, classes], or class numbers of shape [test samples]), or both. What cannot be drawn from them is \
      left out, with the reason.

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
      let dataset = try source.load()
      // How many training samples the other trainer held out is not known.
      let description = RunRecord.Dataset(dataset, validationSamples: nil)
      let models = try model.map { model in
        let imported = try ImportedModel.read(model.name, from: model.folder, testedOn: description)
        if !options.quiet { StandardError.write("\(imported.understood)\n") }
        let test = imported.predictions.map { ModelRecord.Evaluation(of: $0, labels: dataset.test.labels) }
        return SavedRun.Model(
          record: ModelRecord(name: model.name, history: imported.history, test: test),
          predictions: imported.predictions)
      }
      let run = SavedRun(
        generator: TrainingReport.generator, dataset: dataset, description: description, models: models,
        featured: feature ?? model.last?.name ?? "", samples: source.samples, seed: defaultSeed)
      let folder = try ResultsFolder(output)
      try folder.write(run, weights: [:])
      try draw(run, to: folder, options)
    }
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
