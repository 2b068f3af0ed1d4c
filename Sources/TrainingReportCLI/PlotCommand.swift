import ArgumentParser
import AtomicFiles
import Report
import RunRecords

/// `training-report plot`: draws a saved run again.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw a saved run again: no training, no dataset.",
    discussion: """
      What a partial run cannot draw is left out, with the reason. --watch with --output draws the epochs of a \
      `training-report run` under way as well: training-report plot results --watch --output live
      """)

  @Argument(help: ArgumentHelp("A results folder, which holds the saved run in run/.", valueName: "results"))
  var results = "results"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to (default: the results folder itself).", valueName: "folder"))
  var output: String?

  @Flag(help: "Stay, and draw again whenever the saved run changes, until SIGINT or SIGTERM.")
  var watch = false

  @OptionGroup var options: OutputOptions

  func validate() throws {
    if watch && options.json {
      throw ValidationError("--json prints one document, and --watch draws again and again: choose one of them.")
    }
  }

  func run() throws {
    try reporting {
      if watch {
        var watch = RunWatch(results: results, output: output, options: options)
        try watch.run()
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
}
