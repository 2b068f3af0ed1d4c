import Problems
import SystemPackage

/// A form in which trainers keep the log of a training.
protocol LogFormat: Sendable {
  /// The names that trainers give such a log. They decide between several, and a file with one of them is read as this form
  /// whatever it holds, so that an error can say what is wrong with it.
  static var usualNames: [String] { get }
  /// Whether one log is spread over several files.
  static var hasSeveralFiles: Bool { get }
  /// Whether a file holds such a log, by its first bytes.
  static func recognizes(_ file: ModelFile) -> Bool
  /// Reads a log from its file, and from `others` if ``hasSeveralFiles``.
  static func read(_ file: ModelFile, and others: ArraySlice<ModelFile>) throws -> LoggedHistory
}

/// The logs that are read.
enum LogFormats {
  /// In this order: a folder with logs of several forms gives the first.
  static let all: [any LogFormat.Type] = [TrainerState.self, KerasHistory.self, CSVLog.self, EventFiles.self]

  /// The log in a model's folder and the name of its file, or how many files it has; nil if there is no log.
  ///
  /// - Throws: ``SeveralLogs``, or what is wrong with the log.
  static func log(in folder: ModelFiles) throws -> (history: LoggedHistory, source: String)? {
    for format in all {
      let found = folder.files.filter { format.usualNames.contains($0.name) || format.recognizes($0) }
      guard let first = found.first else { continue }
      if found.count == 1 { return (try format.read(first, and: []), first.name) }
      if format.hasSeveralFiles {
        return (try format.read(first, and: found.dropFirst()), "\(found.count) event files")
      }
      let usual = format.usualNames.lazy.compactMap { name in found.first { $0.name == name } }.first
      guard let usual else { throw SeveralLogs(folder: folder.folder, names: found.map(\.name)) }
      return (try format.read(usual, and: []), usual.name)
    }
    return nil
  }
}

/// A model's folder holds several logs, and none of them has a usual name.
struct SeveralLogs: Problem, Equatable {
  /// The model's folder.
  let folder: FilePath
  /// The logs in it.
  let names: [String]

  /// What cannot be decided.
  var what: String { "cannot tell which of \(names.joined(separator: ", ")) in \(folder) is the model's log" }
  /// What to do about it.
  var advice: String { "Give each model a folder of its own" }
  /// The folder holds too much.
  var kind: ProblemKind { .badData }
}
