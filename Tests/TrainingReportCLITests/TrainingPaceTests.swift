import Testing

@testable import TrainingReportCLI

@Suite struct TrainingPaceTests {
  @Test func theFirstEpochTellsThePace() {
    // A quarter took 10 s, so that an epoch takes 40 s: 30 s of this one are left, and two more epochs.
    #expect(TrainingPace(epochs: 3).secondsLeft(elapsed: 10, share: 0.25, epoch: 1) == 30 + 80)
  }

  @Test func laterEpochsGoByTheMeanOfThoseBefore() {
    let pace = TrainingPace(epochs: 4, epochSeconds: [20, 30])
    #expect(pace.secondsLeft(elapsed: 100, share: 0.5, epoch: 3) == 12.5 + 25)
    #expect(pace.secondsLeft(elapsed: 1, share: 1, epoch: 4) == 0)
  }

  @Test(arguments: [(0, 0), (1, 0), (25, 6), (50, 12), (99, 23), (100, 24)])
  func theBarIsFilledAsFarAsTheEpochIsDone(step: Int, filled: Int) {
    let bar = progressBar(step, of: 100)
    #expect(bar == String(repeating: "━", count: filled) + String(repeating: "╌", count: 24 - filled))
  }
}
