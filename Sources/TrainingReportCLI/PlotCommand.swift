import ArgumentParser
import Files
import Figures
import FileFormats
import Report
import RunRecords
import SystemPackage

/// `training-report plot`: draws a saved run again.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw a saved run again, or one figure from its PNG: no training, no dataset.",
    discussion: """
      What a partial run cannot draw is left out, with the reason.

      A figure's PNG holds the data it was drawn from. `plot figure.png --style clean` draws it again with nothing else \
      at hand, in its place or in --output; --format svg draws it beside.

      `plot results --watch --output live` also draws the epochs of a `training-report run` under way in results.
      """)

  @Argument(
    help: ArgumentHelp(
      "A results folder, which holds the saved run in run/; or one figure's PNG.", valueName: "results"))
  var results: FilePath = "results"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to (default: the results folder itself, or the figure's).", valueName: "folder"))
  var output: FilePath?

  @Flag(help: "Stay, and draw again whenever the saved run changes, until SIGINT or SIGTERM.")
  var watch = false

  @OptionGroup var classOptions: ClassOptions

  @OptionGroup var options: OutputOptions

  func validate() throws {
    if watch && options.json {
      throw ValidationError("--json prints one document, and --watch draws again and again: choose one of them.")
    }
  }

  func run() throws {
    try reporting {
      try options.look.checkFonts()
      if !Folder.isFolder(results) && (File.exists(results) || results.extension?.lowercased() == "png") {
        try redrawFigure()
      } else if watch {
        var watch = RunWatch(results: results, output: output, classes: classOptions, options: options)
        try watch.run()
      } else if let output {
        let saved = try classOptions.applied(to: SavedRun.read(from: ResultsLayout(results).run.folder))
        let folder = try ResultsFolder(output)
        folder.warnIfUnlocked(quiet: options.quiet)
        try draw(saved, to: folder, options)
      } else if Folder.isFolder(results) {
        // The lock first: what a crash has left half done is ended before it is read.
        let folder = try ResultsFolder(results)
        folder.warnIfUnlocked(quiet: options.quiet)
        try draw(classOptions.applied(to: folder.readRun()), to: folder, options)
      } else {
        throw MissingRun(file: ResultsLayout(results).run.record)
      }
    }
  }

  /// Draws one figure from the data in its PNG.
  private func redrawFigure() throws {
    guard options.figures == nil, options.only.isEmpty, options.pages.isEmpty, !options.json, !watch,
      classOptions.classes == nil
    else {
      let pages = PageForm.allCases.map { "--\($0.renderer.name), " }.joined()
      throw Failure(
        message:
          "--figures, --only, --classes, \(pages)--json and --watch need a run, and \(oneLine(results.string)) is one figure.\nGive a results folder.",
        exitCode: Failure.usage)
    }
    let data = try FigureData(
      png: File.read(results, atMost: FileForm.png.mostBytes, bytesNeeded: FileForm.png.bytesNeeded),
      file: results.string)
    let output = output ?? results.parent
    let formats = options.format.formats
    guard options.embed || !formats.contains(.png) || !Folder.areSame(output, results.parent) else {
      throw Failure(
        message:
          "--no-embed would take the data from \(oneLine(results.string)) itself.\nGive another folder with --output.",
        exitCode: Failure.usage)
    }
    let folder = try ResultsFolder(output)
    folder.warnIfUnlocked(quiet: options.quiet)
    if !options.quiet {
      try warnOfDrawings(of: [data], options.look.look)
      if try options.embed && formats.contains(.png) && data.isTooLargeToEmbed {
        warnOfMissingData(in: [data.figure.id.name])
      }
    }
    let files = try folder.draw(data, as: results.name, options.report)
    if !options.quiet { try StandardOutput.writeLine(list(of: files)) }
  }
}
