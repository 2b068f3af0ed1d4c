import Figures
import Plotting
import Report
import RunRecords
import SystemPackage

/// Draws a run and prints what came out on standard output.
///
/// - Parameter saves: whether the run is to be saved in the folder.
func draw(
  _ run: SavedRun, to folder: borrowing ResultsFolder, _ options: OutputOptions, saves: Bool = false
) throws {
  let facts = RunFacts(of: run)
  let report = try folder.prepare(facts, options.report, savesRun: saves)
  try folder.put(report, saving: saves ? run : nil)
  if !options.quiet { try warn(of: report, options) }
  if options.json {
    try StandardOutput.writeLine(resultsJSON(of: facts, figures: report.figures, files: report.texts))
  } else if !options.quiet {
    try StandardOutput.writeLine(resultsText(of: facts))
    try StandardOutput.writeLine(list(of: report.figures.flatMap(\.files) + report.texts))
    for figure in report.figures {
      if let reason = figure.leftOut { try StandardOutput.writeLine("Left out \(figure.name): \(plain(reason))") }
    }
  }
}

/// `Wrote a.png`, and each further file below the first.
func list(of files: [FilePath]) -> String { "Wrote " + files.map { plain($0.string) }.joined(separator: "\n      ") }

/// Warns of what figures lack.
func warn(of report: PreparedReport, _ options: OutputOptions) throws {
  try warnOfDrawings(of: report.drawn, options.look.look)
  warnOfMissingData(in: report.withoutData.map(\.name))
}

/// Warns of figures whose files cannot be drawn again by themselves.
func warnOfMissingData(in figures: [String]) {
  guard !figures.isEmpty else { return }
  StandardError.write(
    """
    training-report: data of more than 8 MB is left out of the PNG of \(figures.joined(separator: ", ")); \
    keep the saved run to draw it again

    """)
}

/// Warns of what figures do not show as they were drawn.
func warnOfDrawings(of figures: [FigureData], _ look: FigureLook) throws {
  try warnOfMissingCharacters(in: figures, look)
  for figure in figures {
    for warning in figure.drawing(look).contentWarnings {
      StandardError.write("training-report: \(figure.figure.id.name), \(plain(warning))\n")
    }
  }
}

/// Warns once of the characters that no font has in figures as they were drawn.
func warnOfMissingCharacters(in figures: [FigureData], _ look: FigureLook) throws {
  var missing: [Unicode.Scalar] = []
  for figure in figures {
    missing += try figure.drawing(look).missingCharacters().filter { !missing.contains($0) }
  }
  guard !missing.isEmpty else { return }
  let names = missing.prefix(8).map { "\(plain(String($0))) (U+\(String($0.value, radix: 16, uppercase: true)))" }
  let more = missing.count > 8 ? ", …" : ""
  StandardError.write(
    "training-report: no font has \(names.joined(separator: ", "))\(more); drawn as boxes. --font names a font file\n")
}

extension ResultsFolder {
  /// Warns if the file system cannot keep other writers out.
  func warnIfUnlocked(quiet: Bool) {
    guard !isLocked, !quiet else { return }
    StandardError.write(
      "training-report: the file system of \(layout.folder) has no locks; let no other training-report write there meanwhile\n"
    )
  }
}
