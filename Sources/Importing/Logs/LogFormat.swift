import FileFormats
import Problems
import SystemPackage

/// A form in which trainers keep the log of a training. It only reads: what names mean and where values belong is the same
/// for all, see ``LoggedHistory``.
protocol LogFormat: Sendable {
  /// The form in its own terms, for errors: `CSV`.
  static var title: String { get }
  /// The names that trainers give such a log, the likeliest first: they decide between several.
  static var usualNames: [String] { get }
  /// Whether a file may hold such a log, by its first bytes.
  static func recognizes(_ file: ModelFile) -> Bool
  /// The logs in a folder, each with its files.
  static func logs(in folder: ModelFiles) throws -> [[ModelFile]]
  /// Reads a log from its files, of which there is at least one.
  static func read(_ files: [ModelFile]) throws -> ScalarLog
}

extension LogFormat {
  /// A log is one file. One with a usual name is read whatever it holds, so that an error can say what is wrong with it.
  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    folder.files.filter { usualNames.contains($0.name) || recognizes($0) }.map { [$0] }
  }
}

/// The logs that are read.
enum LogFormats {
  /// In this order: a folder with logs of several forms gives the first.
  static let all: [any LogFormat.Type] = [
    DVCLiveLog.self, TensorBoardDownload.self, EpochFiles.self, JSONLog.self, CSVLog.self, WandBRun.self,
    EventFiles.self, MLflowRun.self, SeriesFiles.self,
  ]

  /// What was found in a folder.
  struct Search {
    /// The log, and the name of its file, or the number of its files.
    var log: (history: LoggedHistory, source: String)?
    /// Why the first of the files that may be a log is none; nil if none was found.
    var failure: (any Error)?
    /// Whether that file has a log's name.
    var isNamed = false
  }

  /// Looks for the log in a model's folder; if there is none, where Lightning and Hugging Face keep theirs below it.
  ///
  /// Files beside a log that only look like one, such as a config with a `loss`, are passed over.
  ///
  /// - Throws: ``SeveralLogs``, or that a folder cannot be read.
  static func search(_ folder: ModelFiles) throws -> Search {
    var search = try searchFiles(of: folder)
    guard search.log == nil else { return search }
    let folders = try LogFolders.below(folder)
    let found = try folders.compactMap { name in
      try searchFiles(of: ModelFiles(in: folder.folder.appending(name))).log.map {
        ($0.history, "\(name)/\($0.source)")
      }
    }
    guard found.count <= 1 else { throw SeveralLogs(folder: folder.folder, names: found.map(\.1)) }
    if let log = found.first { search.log = log }
    return search
  }

  private static func searchFiles(of folder: ModelFiles) throws -> Search {
    var search = Search()
    for format in all {
      var found: [(history: LoggedHistory, name: String, files: Int)] = []
      for files in try format.logs(in: folder) {
        do {
          found.append((try history(format, files), files[0].name, files.count))
        } catch {
          let isNamed = format.usualNames.contains(files[0].name)
          if search.failure == nil || (isNamed && !search.isNamed) {
            (search.failure, search.isNamed) = (error, isNamed)
          }
        }
      }
      guard let first = found.first else { continue }
      let usual = format.usualNames.lazy.compactMap { name in found.first { $0.name == name } }.first
      guard let log = found.count == 1 ? first : usual else {
        throw SeveralLogs(folder: folder.folder, names: found.map(\.name))
      }
      search.log = (log.history, log.files == 1 ? log.name : "\(log.files) \(format.title) files")
      return search
    }
    return search
  }

  /// Reads a log and understands it.
  ///
  /// - Throws: what is wrong with a file, or ``FormatError`` if it has neither a loss nor an accuracy.
  static func history(_ format: any LogFormat.Type, _ files: [ModelFile]) throws -> LoggedHistory {
    let log = try format.read(files)
    let history = LoggedHistory(of: log)
    guard history.history.measures.series.isEmpty else { return history }
    let owners = owners(of: log.series)
    if owners.count > 1 {
      throw FormatError(
        .read, format: format.title, file: files[0].path.string, at: .wholeFile,
        problem: "it holds several histories: \(owners.prefix(12).joined(separator: ", "))",
        advice: "Save the history of one model in a file of its own for each model")
    }
    let others = Set(log.series.map(\.name).filter { LogPosition($0) == nil && !$0.isEmpty } + log.leftOut).sorted()
    let empty = others.filter { MetricName($0).quantity != nil }
    guard empty.isEmpty else {
      throw FormatError(
        .read, format: format.title, file: files[0].path.string, at: .wholeFile,
        problem: "it has no series of numbers for \(empty.prefix(12).joined(separator: ", "))",
        advice: "Give the log that the trainer wrote, with a number for each epoch or step")
    }
    let shown = others.prefix(12).joined(separator: ", ") + (others.count > 12 ? " and \(others.count - 12) more" : "")
    throw FormatError(
      .read, format: format.title, file: files[0].path.string, at: .wholeFile,
      problem: "it has no loss and no accuracy" + (others.isEmpty ? "" : ", but \(shown)"),
      advice: "Give the log that the trainer wrote, with names such as loss, val_loss, accuracy or val_accuracy")
  }
}

extension LogFormats {
  /// What stands before the names of losses and accuracies, as in `cnn/loss` and `mlp/loss`; sorted.
  private static func owners(of series: [ScalarLog.Series]) -> [String] {
    let owners = series.compactMap { series -> String? in
      guard let end = series.name.firstIndex(of: "/") else { return nil }
      return MetricName(String(series.name[end...])).quantity == nil ? nil : String(series.name[..<end])
    }
    return Set(owners).sorted()
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
  var advice: String {
    "Name the file itself, such as \(names.first ?? "log.csv"), or give each model a folder of its own"
  }
  /// The folder holds too much.
  var kind: ProblemKind { .badData }
}
