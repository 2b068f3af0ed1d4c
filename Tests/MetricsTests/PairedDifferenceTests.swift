import Metrics
import Testing

@Suite struct PairedDifferenceTests {
  @Test func countsWhatOnlyOneModelGetsRight() {
    let difference = PairedDifference(
      labels: [0, 1, 2, 0, 1], model: [0, 1, 2, 1, 0], other: [1, 1, 0, 0, 2])
    #expect(difference == PairedDifference(samples: 5, onlyModel: 2, onlyOther: 1))
    #expect(difference.difference == 0.2)
  }

  /// R's PropCIs 0.3-0 prints for diffpropci.mp(b = 40, c = 20, n = 160, conf.level = 0.95), which takes c - b:
  /// -0.21601726 -0.03089632.
  @Test func theIntervalIsAgrestiAndMins() {
    let interval = PairedDifference(samples: 160, onlyModel: 20, onlyOther: 40).interval
    #expect(abs(interval.lowerBound - -0.21601726) < 1e-8)
    #expect(abs(interval.upperBound - -0.03089632) < 1e-8)
    let turned = PairedDifference(samples: 160, onlyModel: 40, onlyOther: 20).interval
    #expect(turned.lowerBound == -interval.upperBound && turned.upperBound == -interval.lowerBound)
  }

  @Test func modelsThatAgreeAreNotToldApart() {
    let same = PairedDifference(samples: 98, onlyModel: 0, onlyOther: 0)
    // 1.96 / 100
    #expect(abs(same.interval.upperBound - 0.01959963984540054) < 1e-15)
    #expect(same.isUndecided)
    #expect(!PairedDifference(samples: 10_000, onlyModel: 150, onlyOther: 20).isUndecided)
  }

  @Test func theIntervalStaysWithinOneAndMinusOne() {
    let interval = PairedDifference(samples: 1, onlyModel: 1, onlyOther: 0).interval
    // 1/3 ± 1.96 sqrt(2 - 1/3) / 3
    #expect(interval.upperBound == 1)
    #expect(abs(interval.lowerBound - (1 / 3.0 - 1.959963984540054 * (5 / 3.0).squareRoot() / 3)) < 1e-12)
  }
}
