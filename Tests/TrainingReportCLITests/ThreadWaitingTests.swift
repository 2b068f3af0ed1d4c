import Glibc
import TestSupport
import Testing

/// How `run` lets its threads wait for each other.
@Suite struct ThreadWaitingTests {
  struct Case: Sendable {
    var given: [String: String]
    var settings: [String]
  }

  @Test(arguments: [
    Case(given: [:], settings: ["GOMP_SPINCOUNT=1000"]),
    Case(given: ["GOMP_SPINCOUNT": "7"], settings: ["GOMP_SPINCOUNT=7"]),
    Case(given: ["OMP_WAIT_POLICY": "passive"], settings: ["OMP_WAIT_POLICY=passive"]),
  ]) func spinningIsBoundedUnlessTheEnvironmentSaysHowToWait(_ test: Case) throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: "\(folder)/data")
      let run = try RunningProgram(
        "run", "--data", "\(folder)/data", "--batch-size", "10", "--epochs", "100000", "--output", "\(folder)/results",
        openMP: test.given)
      #expect(try run.nextError().hasPrefix("Simple NN: "))
      #expect(try run.openMPSettings() == test.settings)
      #expect(try run.stop(SIGTERM) == 143)
    }
  }
}
