import Problems
import SystemPackage

/// A folder holds several datasets.
package struct SeveralDatasets: Problem, Equatable {
  /// The folder's path.
  package let folder: FilePath
  /// What tells them apart.
  package let names: [String]

  /// What cannot be decided.
  package var what: String { "cannot tell which dataset of \(folder) is meant: \(names.joined(separator: ", "))" }
  /// What to do about it.
  package var advice: String { "Give the folder of one of them, or put its files in a folder of their own" }
  /// The folder is what people name.
  package var kind: ProblemKind { .badData }
}
