import AtomicFiles
import FileFormats

/// Why a dataset could not be loaded.
public enum DatasetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file is not there; its name as it should be, with its folder.
  case missing(file: String)
  /// The system refused to read a file.
  case unreadable(FileError)
  /// A file is not what it should be.
  case invalid(FormatError)

  /// Two lines: what and where, then what to do.
  public var description: String {
    switch self {
    case .missing(let file):
      """
      cannot find \(file), nor the same with .gz.
      Put the four IDX files into that folder under MNIST's names, or check the path.
      """
    case .unreadable(let error): error.description
    case .invalid(let error): error.description
    }
  }
}
