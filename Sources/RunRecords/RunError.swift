import AtomicFiles
import FileFormats

/// Why a saved run could not be read or written.
public enum RunError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no run: its `run.json` is not there.
  case missing(file: String)
  /// The system refused to read or write a file or folder.
  case inaccessible(FileError)
  /// A file is not what it should be, or does not fit the others.
  case invalid(FormatError)

  /// Two lines: what and where, then what to do.
  public var description: String {
    switch self {
    case .missing(let file):
      """
      cannot find \(file).
      Give the results folder of a run, or make one with training-report run or import.
      """
    case .inaccessible(let error): error.description
    case .invalid(let error): error.description
    }
  }
}
