import Problems
import RunRecords
import SystemPackage

/// A model's folder, or its only file, of which every file was read once.
struct ModelSource {
  let name: String
  let files: ModelFiles
  let log: (history: LoggedHistory, source: String)?
  let predicted: PredictedSamples?
  /// A finished confusion matrix, of a model without predictions.
  let matrix: ImportedMatrix?

  /// Reads the log and the predictions.
  ///
  /// - Throws: ``NothingToImport``, or what is wrong with a file.
  init(name: String, in folder: FilePath) throws {
    self.name = name
    files = try ModelFiles(in: folder)
    let search = try LogFormats.search(files)
    log = search.log
    if log == nil, search.isNamed, let failure = search.failure { throw failure }
    predicted = try PredictionsFormats.predictions(in: files)
    matrix = predicted == nil ? try MatrixFormats.matrix(in: files) : nil
    if log == nil && predicted == nil && matrix == nil {
      throw search.failure ?? NothingToImport(model: name, folder: folder, names: files.names)
    }
  }

  /// The test set that came with the model; nil if it brought none.
  func testSet() throws -> ImportedTestSet? { try ImportedTestSet(in: files, predicted: predicted) }

  /// The model, its predictions held against what it was tested on.
  func model(testedOn data: TestData) throws -> ImportedModel {
    ImportedModel(
      name: name, history: log?.history.history, historySource: log?.source, leftOutMetrics: log?.history.leftOut ?? [],
      predictions: try predicted?.predictions(testedOn: data.description, countingFrom: data.firstClass),
      confusionMatrix: matrix?.counts,
      notes: (log?.history.notes ?? []) + (predicted?.notes ?? []) + [matrix?.note].compactMap { $0 })
  }
}

/// A model's folder holds none of the files that are read.
package struct NothingToImport: Problem, Equatable {
  /// The model's name.
  package let model: String
  /// Its folder.
  package let folder: FilePath
  /// What the folder holds instead.
  package let names: [String]

  /// What was looked for, and what is there: people see whether the logs are in a folder below, or of another kind.
  package var what: String {
    let shown = 6
    if names == [folder.lastComponent?.string] {
      return "cannot find a training log or predictions of \(model) in the file \(folder)"
    }
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
