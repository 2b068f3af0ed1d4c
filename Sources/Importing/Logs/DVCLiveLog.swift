import FileFormats

/// What DVCLive keeps: a table for each metric, `plots/metrics/train/loss.tsv`, with a column for the step and one for the
/// value.
enum DVCLiveLog: LogFormat {
  static let title = "DVCLive"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool {
    Metric(file.name) != nil && file.csvHeader.contains("step")
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let metrics = folder.below { Metric($0) != nil }.filter(recognizes)
    return Dictionary(grouping: metrics) { Metric($0.name)?.run ?? "" }.sorted { $0.key < $1.key }.map(\.value)
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    var log = ScalarLog()
    for file in files {
      guard let metric = Metric(file.name) else { continue }
      let table = try StepTable.read(file.contents(.csv), file: file.path.string, format: title)
      log.series.append(table.series(metric.name))
    }
    return log
  }

  /// What the path of a metric's table says.
  private struct Metric {
    /// DVCLive's folder, as a path from the model's.
    let run: String
    /// The metric's name, which may hold slashes.
    let name: String

    /// Nil for all other paths. Before version 2 the folder was `scalars`.
    init?(_ path: String) {
      guard path.hasSuffix(".tsv") else { return nil }
      let parts = path.dropLast(".tsv".count).split(separator: "/")
      let places = [["plots", "metrics"], ["scalars"]].compactMap { folder in
        parts.firstRange(of: folder.map { $0[...] })
      }
      guard let place = places.first, place.upperBound < parts.count else { return nil }
      run = parts[..<place.lowerBound].joined(separator: "/")
      name = parts[place.upperBound...].joined(separator: "/")
    }
  }
}
