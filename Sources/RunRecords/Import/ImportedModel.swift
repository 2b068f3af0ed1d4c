import AtomicFiles
import FileFormats

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
  ) throws(ImportError) -> ImportedModel {
    let names: [String]
    do throws(FileError) { names = try Folder.names(in: folder) } catch { throw .inaccessible(error) }
    let source = try HistorySource.read(from: folder, names: names)
    var notes = source?.logged.notes ?? []
    var predictions: Predictions?
    if names.contains("predictions.npy") {
      let file = folder.hasSuffix("/") ? "\(folder)predictions.npy" : "\(folder)/predictions.npy"
      let bytes = try fileContents(file)
      let imported = try formatted { () throws(FormatError) in
        try ImportedPredictions(npy: bytes, file: file, testedOn: dataset)
      }
      predictions = imported.predictions
      if imported.wereLogits { notes.append("the predictions are logits, to which softmax was applied") }
    }
    guard source != nil || predictions != nil else { throw .nothingToImport(model: name, folder: folder, names: names) }
    return ImportedModel(
      name: name, history: source?.logged.history, historySource: source?.name,
      leftOutMetrics: source?.logged.leftOut ?? [], predictions: predictions, notes: notes)
  }
}
