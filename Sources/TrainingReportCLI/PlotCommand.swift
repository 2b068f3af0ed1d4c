import ArgumentParser
import AtomicFiles
import Figures
import Report
import RunRecords

/// `training-report plot`: draws a saved run again.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw a saved run again, or a figure of one: no training, no dataset.",
    discussion: """
      What a partial run cannot draw is left out, with the reason. A figure's PNG holds its own data: it is drawn again, \
      in another style or density, with nothing else at hand.
      """)

  @Argument(help: ArgumentHelp("A results folder, which holds the saved run in run/; or a figure's PNG.", valueName: "results"))
  var results = "results"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to (default: the results folder itself, or the figure's).", valueName: "folder"))
  var output: String?

  @OptionGroup var options: OutputOptions

  func run() throws {
    try reporting {
      if AtomicFile.exists(results) && !Folder.isFolder(results) {
        try redrawFigure()
      } else if let output {
        let saved = try SavedRun.read(from: "\(results)/run")
        let folder = try ResultsFolder(output)
        folder.warnIfUnlocked(quiet: options.quiet)
        try draw(saved, to: folder, options)
      } else if Folder.isFolder(results) {
        // The lock first: what a crash has left half done is ended before it is read.
        let folder = try ResultsFolder(results)
        folder.warnIfUnlocked(quiet: options.quiet)
        try draw(folder.readRun(), to: folder, options)
      } else {
        throw RunError.missing(file: "\(results)/run/run.json")
      }
    }
  }

  /// Draws a figure from the data in its PNG.
  private func redrawFigure() throws {
    guard options.only.isEmpty, !options.markdown, !options.json else {
      throw Failure(
        message: "--only, --markdown and --json need a run, and \(results) is one figure.\nGive a results folder.",
        exitCode: Failure.usage)
    }
    guard options.embed || output != nil else {
      throw Failure(
        message: "--no-embed would take the data from \(results) itself.\nGive another folder with --output.",
        exitCode: Failure.usage)
    }
    let (figure, run) = try FigureData.read(png: AtomicFile.read(results), file: results)
    let (place, fileName) = Path.split(results)
    let name = fileName.lowercased().hasSuffix(".png") ? String(fileName.dropLast(4)) : fileName
    let folder = try ResultsFolder(output ?? place)
    folder.warnIfUnlocked(quiet: options.quiet)
    let file = try folder.draw(
      figure, of: run, named: name, dpi: options.dpi, look: options.look.look, embedsData: options.embed)
    if !options.quiet { print("Wrote", file) }
  }
}
