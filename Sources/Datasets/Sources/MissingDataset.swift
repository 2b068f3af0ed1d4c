import Problems
import SystemPackage

/// A folder is not there, or holds nothing that a dataset can be loaded from.
package struct MissingDataset: Problem, Equatable {
  /// The folder's path.
  package let folder: FilePath
  /// What it holds; nil if there is no such folder.
  package let names: [String]?

  /// What was looked for.
  package var what: String {
    guard let names else { return "cannot find the folder \(folder)" }
    let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
    return "cannot find a dataset in \(folder), which \(names.isEmpty ? "is empty" : "holds \(shown)")"
  }

  /// What to do about it.
  package var advice: String {
    "Check the path, or put there "
      + DatasetSources.all.compactMap { $0.folderContents }.joined(separator: "; or ")
  }

  /// The folder is what people name.
  package var kind: ProblemKind { .missingInput }
}
