import AtomicFiles
import FileFormats
import Problems

/// What another trainer left of one model, read from its folder: the log of its training, `predictions.npy`, or both.
public struct ImportedModel: Sendable, Equatable {
  /// The name as figures and tables are to show it.
  public let name: String
  /// How the training went; nil without a log.
  public let history: TrainingHistory?
  /// The file that the history is from, or the number of files.
  public let historySource: String?
  /// The metrics of the log that a run does not keep, sorted.
  public let leftOutMetrics: [String]
  /// What the model answered for every test sample; nil without `predictions.npy`.
  public let predictions: Predictions?
  /// What else a person should know of how the files were read; clauses.
  public let notes: [String]

  /// Reads a model's folder.
  ///
  /// - Parameter dataset: what the model was tested on; its number of test samples, where known, and of classes must be
  ///   the predictions'.
  /// - Throws: where the folder is missing or holds neither a log nor predictions, and where a file cannot be read, is
  ///   damaged or does not fit the dataset.
  public static func read(
    _ name: String, from folder: String, testedOn dataset: RunRecord.Dataset
  ) throws -> ImportedModel {
    let names = try Folder.names(in: folder)
    let source = try HistorySource.read(from: folder, names: names)
    var notes = source?.logged.notes ?? []
    var predictions: Predictions?
    if names.contains("predictions.npy") {
      let file = folder.hasSuffix("/") ? "\(folder)predictions.npy" : "\(folder)/predictions.npy"
      let imported = try ImportedPredictions(
        npy: AtomicFile.read(file, atMost: FileForm.npy.mostBytes, ifStart: FileForm.npy.canStart), file: file,
        testedOn: dataset)
      predictions = imported.predictions
      if imported.wereLogits { notes.append("the predictions are logits, to which softmax was applied") }
    }
    guard source != nil || predictions != nil else { throw NothingToImport(model: name, folder: folder, names: names) }
    return ImportedModel(
      name: name, history: source?.logged.history, historySource: source?.name,
      leftOutMetrics: source?.logged.leftOut ?? [], predictions: predictions, notes: notes)
  }
}

/// A model's folder holds none of the files that are read.
package struct NothingToImport: Problem, Equatable {
  /// The model's name.
  package let model: String
  /// Its folder.
  package let folder: String
  /// What the folder holds instead.
  package let names: [String]

  /// What was looked for, and what is there: people see whether the logs are in a folder below, or of another kind.
  package var what: String {
    let shown = 6
    let content =
      names.isEmpty
      ? "is empty" : "holds \(names.prefix(shown).joined(separator: ", "))\(names.count > shown ? " and others" : "")"
    return "cannot find a training log or predictions.npy of \(model) in \(folder), which \(content)"
  }

  /// What to do about it.
  package var advice: String { "Save one of them there, as docs/import.md describes them, or check the path" }

  /// The folder is what people name.
  package var kind: ProblemKind { .missingInput }
}
