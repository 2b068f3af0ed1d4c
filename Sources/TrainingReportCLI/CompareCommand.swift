import ArgumentParser
import Files
import Report
import RunRecords
import SystemPackage

/// `training-report compare`: two saved runs side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tell whether a run is better than another, and how sure that is.",
    discussion: """
      Models of one name are compared on the test samples that both runs share or, if both have several seeds, over their \
      seeds. Runs with another test set or other classes are refused.

      Conditions of --fail-if: "accuracy < -0.2", "recall(7) < -1" and "any recall < -2" in percentage points, and \
      "loss > 0.01". One fails if the 95% interval of the change shows a loss beyond it; the exit code is then 1.
      """)

  @Argument(help: ArgumentHelp("The results folder of the run to compare with.", valueName: "base"))
  var base: FilePath

  @Argument(help: ArgumentHelp("The results folder of the run that is judged.", valueName: "head"))
  var head: FilePath

  @Option(
    help: ArgumentHelp(
      "A model of the base and one of the head, to be compared instead of those of one name; may be given several times.",
      valueName: "base=head"))
  var model: [String] = []

  @Option(help: ArgumentHelp("A condition under which the exit code is 1.", valueName: "condition"))
  var failIf: String?

  @Flag(help: "The condition holds as well if the 95% interval does not exclude the loss.")
  var strict = false

  @Flag(help: "Print Markdown for a comment on a pull request, of at most 60,000 characters.")
  var markdown = false

  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if markdown && json { throw ValidationError("--markdown and --json exclude each other.") }
    if strict && failIf == nil { throw ValidationError("--strict needs a condition: add --fail-if.") }
  }

  func run() throws {
    try reporting {
      let gate = try failIf.map { try Gate(parsing: $0, isStrict: strict) }
      let runs = try [base, head].map { folder in
        ComparedRun(name: folder.string, run: try .read(from: ResultsLayout(folder).run.folder))
      }
      let pairs = try model.map { try pair($0, runs) }
      let comparison = try RunComparison(runs[0], runs[1], pairs: pairs)
      let verdict = try gate.map { try $0.verdict(on: comparison) }
      if json {
        try StandardOutput.writeLine(comparisonJSON(comparison, verdict))
      } else if markdown {
        try StandardOutput.write(comparisonMarkdown(comparison, verdict))
      } else {
        try StandardOutput.writeLine(comparisonText(comparison, verdict))
      }
      if let verdict, verdict.failed {
        throw Failure(
          message: "\(oneLine(verdict.expression)) fails: \(oneLine(verdict.reason))", exitCode: Failure.gate)
      }
    }
  }

  /// The names in `A=B`. Both may have a `=`: the first one that parts the names of two models counts; if there is none, the
  /// first.
  private func pair(_ argument: String, _ runs: [ComparedRun]) throws -> (base: String, head: String) {
    let parts = argument.indices.filter { argument[$0] == "=" }.map { sign in
      (base: String(argument[..<sign]), head: String(argument[argument.index(after: sign)...]))
    }
    let known = parts.first { part in runs[0].hasModel(part.base) && runs[1].hasModel(part.head) }
    guard let pair = known ?? parts.first else {
      throw Failure(
        message:
          "--model \(oneLine(argument)) has no '='.\nGive a model of the base and one of the head, such as \"CNN=CNN\".",
        exitCode: Failure.usage)
    }
    return pair
  }
}
