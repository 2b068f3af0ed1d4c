import Problems
import SystemPackage

/// Where results go; progress and errors go to standard error.
enum StandardOutput {
  /// Writes a text at once, also into a pipe.
  static func write(_ text: String) throws {
    do {
      try FileDescriptor.standardOutput.writeAll(text.utf8)
    } catch let code as Errno {
      throw OutputError(reason: code.description)
    }
  }

  /// Writes a text and ends its line.
  static func writeLine(_ text: String) throws { try write(text + "\n") }
}

/// Results could not be printed.
struct OutputError: Problem, Equatable {
  /// The system's reason.
  let reason: String

  var what: String { "cannot write standard output: \(reason)" }
  var advice: String { "Check where it leads to" }
  var kind: ProblemKind { .inputOutput }
}
