import Report
import RunRecords

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Draws the figures, writes the summary, and prints what came out on standard output.
func draw(_ run: SavedRun, to folder: borrowing ResultsFolder, _ options: OutputOptions) throws {
  let figures =
    try options.only.isEmpty
    ? folder.draw(run, dpi: options.dpi) : folder.draw(run, only: options.only, dpi: options.dpi)
  let summary = try folder.writeSummary(of: run)
  try folder.finish()
  if options.json {
    try printJSON(of: run, figures: figures, summary: summary)
  } else if !options.quiet {
    print(resultsText(of: run), terminator: "")
    print("Wrote", (figures.compactMap(\.file) + [summary]).joined(separator: "\n      "))
    for figure in figures {
      if let reason = figure.leftOut { print("Left out \(figure.name): \(reason)") }
    }
  }
}

extension ResultsFolder {
  /// Tells where the file system cannot keep other writers out.
  func warnIfUnlocked(quiet: Bool) {
    guard !isLocked, !quiet else { return }
    StandardError.write(
      "training-report: the file system of \(path) has no locks; let no other training-report write there meanwhile\n")
  }
}

/// The results as one document; `schema_version` grows with what breaks its readers.
private struct ResultsDocument: Encodable {
  let schemaVersion = 1
  let run: RunRecord
  let mostConfused: [Confusion]
  let files: [String]
  let leftOut: [String: String]

  struct Confusion: Encodable {
    let label: String
    let predicted: String
    let count: Int
  }

  enum CodingKeys: String, CodingKey {
    case run, files
    case schemaVersion = "schema_version"
    case mostConfused = "most_confused"
    case leftOut = "left_out"
  }
}

private func printJSON(of run: SavedRun, figures: [ResultsFolder.DrawnFigure], summary: String) throws {
  let document = ResultsDocument(
    run: run.record,
    mostConfused: mostConfusedPairs(of: run).map {
      ResultsDocument.Confusion(label: $0.label, predicted: $0.predicted, count: $0.count)
    },
    files: figures.compactMap(\.file) + [summary],
    leftOut: Dictionary(
      figures.compactMap { figure in figure.leftOut.map { (figure.name, $0) } }, uniquingKeysWith: { first, _ in first }
    )
  )
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
  print(String(decoding: try encoder.encode(document), as: UTF8.self))
}
