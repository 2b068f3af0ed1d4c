import Plotting
import Problems

/// Runs a command's body and turns every problem into words and an exit code.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let problem as any Problem {
    throw Failure(problem)
  }
}

extension Failure {
  /// A problem in the libraries' words; how to ask for a remedy is added here, for only the program knows its options.
  init(_ problem: any Problem) {
    message = "\(oneLine(problem.what)).\n\(oneLine(Self.advice(for: problem)))."
    exitCode = problem.kind.exitCode
  }

  private static func advice(for problem: any Problem) -> String {
    switch problem.remedy {
    case nil: problem.advice
    case .startAgain: "\(problem.advice) with --restart"
    case .makeRun: "\(problem.advice) with training-report run"
    case .nameDataset: "\(problem.advice) with --data"
    case .pairModels: "\(problem.advice) with --model BASE=HEAD"
    case .chooseBatchSize: "\(problem.advice) with --batch-size"
    case .embedData: "\(problem.advice) without --no-embed"
    case .leavePageOut(let form): "\(problem.advice) (leave out --\(form))"
    case .waitForOtherWriter:
      "Another training-report is writing there: wait until it ends, or choose another folder"
    }
  }
}

extension ProblemKind {
  /// The exit code of sysexits.h.
  fileprivate var exitCode: Int32 {
    switch self {
    case .usage: Failure.usage
    case .badData: Failure.badData
    case .missingInput: Failure.missingInput
    case .machine: Failure.software
    case .cannotCreate: Failure.cannotCreate
    case .inputOutput: Failure.inputOutput
    }
  }
}

extension PlottingError: Problem {
  /// What was being done, and what happened.
  package var what: String { description }

  /// The figures are the program's own.
  package var kind: ProblemKind { .machine }
}
