import AtomicFiles
import FileFormats
import Problems

/// Finds the log of a training in a model's folder and reads it: `history.json` or another JSON file, a CSV file, or
/// TensorBoard's event files, in this order.
struct HistorySource {
  let logged: LoggedHistory
  /// The file that was read, or the folder of several; relative to the model's folder.
  let name: String

  /// Nil where the folder holds no log.
  ///
  /// - Throws: where there are several logs of one kind and none has the usual name, or the log cannot be read.
  static func read(from folder: String, names: [String]) throws -> HistorySource? {
    func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }
    func one(of kind: String, usually usual: [String]) throws -> String? {
      let candidates = names.filter { $0.lowercased().hasSuffix(kind) && !$0.hasPrefix(".") }
      if let name = usual.first(where: candidates.contains) { return name }
      if candidates.count > 1 { throw SeveralLogs(folder: folder, names: candidates) }
      return candidates.first
    }
    if let name = try one(of: ".json", usually: ["history.json"]) {
      let bytes = try AtomicFile.read(
        path(name), atMost: FileForm.json.mostBytes, ifStart: FileForm.json.canStart)
      return HistorySource(logged: try KerasHistory(json: bytes, file: path(name)).logged, name: name)
    }
    if let name = try one(of: ".csv", usually: ["metrics.csv", "history.csv", "training.csv", "log.csv"]) {
      let bytes = try AtomicFile.read(path(name), atMost: FileForm.csv.mostBytes)
      return HistorySource(logged: try CSVHistory(csv: bytes, file: path(name)).logged, name: name)
    }
    return try events(in: folder, names: names)
  }

  /// The folders that Keras' callback writes to, and what their tags are prefixed by.
  private static let phases = [("train", ""), ("validation", "val_")]

  private static func events(in folder: String, names: [String]) throws -> HistorySource? {
    func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }
    func isEventFile(_ name: String) -> Bool { name.contains(".tfevents.") && !name.hasSuffix(".profile-empty") }
    var files = names.filter(isEventFile).map { (prefix: "", name: $0) }
    for (phase, prefix) in phases where names.contains(phase) && Folder.isFolder(path(phase)) {
      files += try Folder.names(in: path(phase)).filter(isEventFile).map { (prefix, "\(phase)/\($0)") }
    }
    guard !files.isEmpty else { return nil }
    var events: [(prefix: String, file: String, events: EventFile)] = []
    // Names begin with the time at which they were made.
    for (prefix, name) in files {
      let bytes = try AtomicFile.read(path(name))
      events.append((prefix, name, try EventFile.read(bytes, file: path(name))))
    }
    let logged = try EventHistory(events, folder: folder).logged
    return HistorySource(logged: logged, name: files.count == 1 ? files[0].name : "\(files.count) event files")
  }
}

/// A model's folder holds several logs, and none of them has the usual name.
package struct SeveralLogs: Problem, Equatable {
  /// The model's folder.
  package let folder: String
  /// The logs in it.
  package let names: [String]

  /// What cannot be decided.
  package var what: String { "cannot tell which of \(names.joined(separator: ", ")) in \(folder) is the model's log" }

  /// What to do about it.
  package var advice: String { "Give each model a folder of its own" }

  /// The folder holds too much.
  package var kind: ProblemKind { .badData }
}
