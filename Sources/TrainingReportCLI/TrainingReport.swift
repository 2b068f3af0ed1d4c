import ArgumentParser

/// The program's entry: one subcommand a file.
@main
struct TrainingReport: ParsableCommand {
  static let version = "0.1.0"
  static let generator = "training-report \(version)"

  static let configuration = CommandConfiguration(
    commandName: "training-report",
    abstract: "Turns a training run into figures and a report.",
    discussion: """
      Start with `training-report run`: it trains two digit classifiers on MNIST, which the program holds, compares \
      them, and writes five figures and a summary to results/. `training-report plot` draws a saved run again, \
      without training and without the dataset. `training-report import` draws what another trainer logged and \
      predicted.
      """,
    version: version,
    subcommands: [RunCommand.self, PlotCommand.self, ImportCommand.self])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      StandardError.write("training-report: \(failure.message)\n")
      exit(withError: ExitCode(failure.exitCode))
    } catch {
      exit(withError: error)
    }
  }
}
