import FileFormats

/// The columns of a chart that was exported from Weights & Biases: `calm-sun-3 - val_loss`, mostly with `__MIN` and `__MAX`
/// beside it.
struct WandBChart {
  /// The metrics' names by column.
  private(set) var names: [Int: String] = [:]
  /// The columns of the smallest and largest values.
  private(set) var ignored: Set<Int> = []

  /// - Throws: ``FormatError`` if the chart is of several runs.
  init(header: [String], file: String) throws(FormatError) {
    guard header.contains(where: { $0.hasSuffix("__MIN") || $0.hasSuffix("__MAX") }) || Self.areOfRuns(header) else {
      return
    }
    var runs: [String] = []
    for (column, title) in header.enumerated() {
      guard let dash = title.ranges(of: " - ").last else { continue }
      names[column] = String(title[dash.upperBound...])
      if title.hasSuffix("__MIN") || title.hasSuffix("__MAX") {
        ignored.insert(column)
      } else if !runs.contains(String(title[..<dash.lowerBound])) {
        runs.append(String(title[..<dash.lowerBound]))
      }
    }
    guard runs.count <= 1 else {
      throw FormatError(
        .read, format: "CSV", file: file, at: .field("line 1"),
        problem:
          "it holds several runs: \(runs.prefix(4).joined(separator: ", "))\(runs.count > 4 ? " and others" : "")",
        advice: "Export a chart of one run for each model")
    }
  }

  /// Whether all columns but those of the epoch or step are a run's. `Train - Loss` is none.
  private static func areOfRuns(_ header: [String]) -> Bool {
    let metrics = header.filter { LogPosition($0) == nil }
    return metrics.count < header.count && !metrics.isEmpty
      && metrics.allSatisfy { title in
        guard let dash = title.ranges(of: " - ").last else { return false }
        let run = MetricName(String(title[..<dash.lowerBound]))
        return run.phase == nil && run.quantity == nil
          && MetricName(String(title[dash.upperBound...])).quantity != nil
      }
  }
}
