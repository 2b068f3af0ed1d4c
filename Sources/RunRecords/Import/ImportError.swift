import AtomicFiles
import FileFormats

/// Why another trainer's logs could not be read.
public enum ImportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A model's folder holds none of the files that are read.
  case nothingToImport(model: String, folder: String)
  /// The system refused to read a file or folder, or it does not exist.
  case inaccessible(FileError)
  /// A file is not what it should be, or does not fit the dataset.
  case invalid(FormatError)

  /// Two lines: what and where, then what to do.
  public var description: String {
    switch self {
    case .nothingToImport(let model, let folder):
      """
      cannot find history.json or predictions.npy of \(model) in \(folder).
      Save one of them there, as docs/import.md describes them, or check the path.
      """
    case .inaccessible(let error): error.description
    case .invalid(let error): error.description
    }
  }
}
