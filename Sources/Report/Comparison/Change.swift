import Metrics

/// A measure of the base and of the head, and how far they are apart.
struct Change: Sendable, Equatable {
  /// The base's value.
  let base: Double
  /// The head's.
  let head: Double
  /// The head's less the base's.
  var difference: Double { head - base }
  /// The 95% confidence interval of the difference; nil if it cannot be told.
  var interval: ClosedRange<Double>?

  /// What the interval says.
  enum Direction: Sendable, Equatable {
    case up, down, unknown
  }

  /// Which way the measure went; unknown if the interval leaves it open, or if there is none.
  var direction: Direction {
    guard let interval, !interval.contains(0) else { return .unknown }
    return interval.lowerBound > 0 ? .up : .down
  }
}

extension Change {
  /// The means of several trainings; the head's group is the first.
  init(_ runs: MeanDifference) {
    self.init(base: runs.means[1], head: runs.means[0], interval: runs.interval)
  }
}
