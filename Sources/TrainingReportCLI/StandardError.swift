import Glibc
import SystemPackage

/// Where progress and errors go; results go to standard output.
enum StandardError {
  /// Whether a person looks on, so that a line can be drawn over.
  static var isTerminal: Bool { isatty(FileDescriptor.standardError.rawValue) == 1 }

  static func write(_ text: String) {
    // Where telling fails nobody can be told.
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }
}
