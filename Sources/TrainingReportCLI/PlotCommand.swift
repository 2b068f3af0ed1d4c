import ArgumentParser
import Report
import RunRecords

/// `training-report plot`: draws a saved run again.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw a saved run again: no training, no dataset.",
    discussion: "What a partial run cannot draw is left out, with the reason.")

  @Argument(help: ArgumentHelp("A results folder, which holds the saved run in run/.", valueName: "results"))
  var results = "results"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to (default: the results folder itself).", valueName: "folder"))
  var output: String?

  @OptionGroup var options: OutputOptions

  func run() throws {
    try reporting {
      let saved = try SavedRun.read(from: "\(results)/run")
      let folder = try ResultsFolder(output ?? results)
      try draw(saved, to: folder, options)
    }
  }
}
