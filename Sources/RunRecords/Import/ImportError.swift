import AtomicFiles
import FileFormats

/// Why another trainer's logs could not be read.
public enum ImportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A model's folder holds none of the files that are read.
  case nothingToImport(model: String, folder: String, names: [String])
  /// A model's folder holds several logs, and none of them has the usual name.
  case severalLogs(folder: String, names: [String])
  /// The models' folders hold test sets of their own that differ.
  case differentTestSets(file: String, other: String)
  /// The system refused to read a file or folder, or it does not exist.
  case inaccessible(FileError)
  /// A file is not what it should be, or does not fit the dataset.
  case invalid(FormatError)

  /// Two lines: what and where, then what to do.
  public var description: String {
    switch self {
    case .nothingToImport(let model, let folder, let names):
      """
      cannot find a training log or predictions.npy of \(model) in \(folder), which \(Self.holds(names)).
      Save one of them there, as docs/import.md describes them, or check the path.
      """
    case .severalLogs(let folder, let names):
      """
      cannot tell which of \(names.joined(separator: ", ")) in \(folder) is the model's log.
      Give each model a folder of its own.
      """
    case .differentTestSets(let file, let other):
      """
      \(file) and \(other) are labels of different test sets.
      Models of one report are tested on the same samples: import them one by one.
      """
    case .inaccessible(let error): error.description
    case .invalid(let error): error.description
    }
  }

  /// `is empty`, `holds a, b`: a person sees whether the logs are in a folder below, or of another kind.
  private static func holds(_ names: [String]) -> String {
    let shown = 6
    if names.isEmpty { return "is empty" }
    return "holds \(names.prefix(shown).joined(separator: ", "))" + (names.count > shown ? " and others" : "")
  }
}
