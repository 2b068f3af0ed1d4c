/// Where trainers keep a log below the folder that people know.
enum LogFolders {
  /// The folders that may hold the log of a run: Lightning's `lightning_logs/version_0`, and of Hugging Face's `checkpoint-500`
  /// the last, whose log has all that those before it have.
  static func below(_ folder: ModelFiles) throws -> [String] {
    var names = folder.names.filter { number(of: $0, after: "version_") != nil }
    if let logs = folder.names.first(where: { $0 == "lightning_logs" }) {
      let below = try ModelFiles(in: folder.folder.appending(logs))
      names += below.names.filter { number(of: $0, after: "version_") != nil }.map { "\(logs)/\($0)" }
    }
    if !names.isEmpty { return names }
    let checkpoints = folder.names.compactMap { name in number(of: name, after: "checkpoint-").map { (name, $0) } }
    return checkpoints.max { $0.1 < $1.1 }.map { [$0.0] } ?? []
  }

  private static func number(of name: String, after prefix: String) -> Int? {
    name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
  }
}
