/// Where trainers keep a log below the folder that people know.
enum LogFolders {
  /// The folders that may hold the log of a run: Lightning's `lightning_logs/version_0`, and of Hugging Face's `checkpoint-500`
  /// the last, whose log has everything that the earlier ones have; otherwise the nearest folders with files that may be logs,
  /// such as OpenMMLab's `20240101_120000/vis_data`.
  static func below(_ folder: ModelFiles) throws -> [String] {
    var names = folder.names.filter { number(of: $0, after: "version_") != nil }
    if let logs = folder.names.first(where: { $0 == "lightning_logs" }) {
      let below = try ModelFiles(in: folder.folder.appending(logs))
      names += below.names.filter { number(of: $0, after: "version_") != nil }.map { "\(logs)/\($0)" }
    }
    if !names.isEmpty { return names }
    let checkpoints = folder.names.compactMap { name in number(of: name, after: "checkpoint-").map { (name, $0) } }
    return checkpoints.max { $0.1 < $1.1 }.map { [$0.0] } ?? nearest(folder)
  }

  /// The folders of the least depth, at most three, with files whose endings are those of logs.
  private static func nearest(_ folder: ModelFiles) -> [String] {
    let places = Set(folder.places(where: { name in endings.contains { name.hasSuffix($0) } }))
    let depths = places.map { (place: $0, depth: $0.count { $0 == "/" }) }.filter { $0.depth < 3 }
    guard let least = depths.map(\.depth).min() else { return [] }
    return depths.filter { $0.depth == least }.map(\.place).sorted()
  }

  private static let endings = [".json", ".jsonl", ".csv", ".tsv", ".log"]

  private static func number(of name: String, after prefix: String) -> Int? {
    name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
  }
}
