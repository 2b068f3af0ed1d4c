import Figures
import Plotting
import Report
import RunRecords

/// Draws the figures, writes the summary and, where there is to be one, the README; returns the figures and the paths of
/// the texts.
func drawFiles(
  _ run: SavedRun, to folder: borrowing ResultsFolder, _ options: OutputOptions
) throws -> (figures: [ResultsFolder.DrawnFigure], texts: [String]) {
  let withReadme = try folder.keepsReadme(asked: options.markdown)
  let figures = try folder.draw(
    run, only: options.only.isEmpty ? ReportFigure.allCases : options.only, formats: options.format.formats,
    dpi: options.dpi, look: options.look.look, withDarkPairs: withReadme, embedsData: options.embed)
  var texts = [try folder.writeSummary(of: run)]
  if withReadme { texts.append(try folder.writeReadme(of: run)) }
  try folder.finish()
  return (figures, texts)
}

/// Draws a run and prints what came out on standard output.
func draw(_ run: SavedRun, to folder: borrowing ResultsFolder, _ options: OutputOptions) throws {
  let (figures, texts) = try drawFiles(run, to: folder, options)
  if !options.quiet { try warnOfMissingCharacters(in: figures, of: run) }
  if options.json {
    print(try resultsJSON(of: run, figures: figures, files: texts))
  } else if !options.quiet {
    print(resultsText(of: run), terminator: "")
    print("Wrote", (figures.flatMap(\.files) + texts).joined(separator: "\n      "))
    for figure in figures {
      if let reason = figure.leftOut { print("Left out \(figure.name): \(reason)") }
    }
  }
}

/// Tells once of the characters that the font lacks.
func warnOfMissingCharacters(in drawn: [ResultsFolder.DrawnFigure], of run: SavedRun) throws {
  let figures = ReportFigure.allCases.filter { figure in
    drawn.contains { $0.name == figure.fileName && !$0.files.isEmpty }
  }
  try warnOfMissingCharacters(in: figures.map { try FigureData($0, of: run) })
}

/// Tells once of the characters that the font lacks.
func warnOfMissingCharacters(in figures: [FigureData]) throws {
  var missing: [Unicode.Scalar] = []
  for figure in figures {
    missing += try figure.drawing().missingCharacters().filter { !missing.contains($0) }
  }
  guard !missing.isEmpty else { return }
  let names = missing.prefix(8).map { "\($0) (U+\(String($0.value, radix: 16, uppercase: true)))" }
  StandardError.write(
    "training-report: the font has no letter for \(names.joined(separator: ", "))\(missing.count > 8 ? ", …" : ""); drawn as boxes\n"
  )
}

extension ResultsFolder {
  /// Tells where the file system cannot keep other writers out.
  func warnIfUnlocked(quiet: Bool) {
    guard !isLocked, !quiet else { return }
    StandardError.write(
      "training-report: the file system of \(path) has no locks; let no other training-report write there meanwhile\n")
  }
}
