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
      predicted. `training-report combine` makes one run of several, such as those of other seeds. \
      `training-report compare` tells whether a run is better than another.
      """,
    version: version,
    subcommands: [RunCommand.self, PlotCommand.self, ImportCommand.self, CombineCommand.self, CompareCommand.self])

  static func main() {
    do {
      try checkArguments()
      try OpenFileLimit.raiseIfNeeded()
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      StandardError.write("training-report: \(failure.message)\n")
      exit(withError: ExitCode(failure.exitCode))
    } catch {
      exit(withError: error)
    }
  }

  /// Swift's strings would name another file where a name is no UTF-8.
  private static func checkArguments() throws(Failure) {
    for argument in UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)) {
      guard let argument, String(validatingCString: argument) == nil else { continue }
      throw Failure(
        message:
          "the argument '\(oneLine(String(cString: argument)))' is not UTF-8 text.\nRename the file or folder, and give its new name.",
        exitCode: Failure.usage)
    }
  }
}
