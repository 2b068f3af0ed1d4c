/// What a trainer logged, before anything of it is understood: series under the logger's own names, with where each value was
/// logged.
struct ScalarLog: Sendable, Equatable {
  /// The series, in the order in which they were met.
  var series: [Series] = []
  /// The names of what is in the log and no scalar: texts, images, histograms.
  var leftOut: [String] = []
  /// What people should know of how the file was read; clauses.
  var notes: [String] = []
  /// What the trainer is known to do.
  var habits: Habits = []

  /// What a trainer does that cannot be seen from its log.
  struct Habits: OptionSet, Sendable {
    let rawValue: Int
    /// An epoch is how much of the training is done: 0 is before it, and 0.5 in the middle of the first epoch.
    static let epochsAreDone = Habits(rawValue: 1)
  }
}

extension ScalarLog {
  /// The values of one scalar in the order in which they were logged.
  ///
  /// Consecutive values of one epoch are kept as their number, their sum and the last of them, so that a log costs what its
  /// epochs cost and not what its batches cost.
  struct Series: Sendable, Equatable {
    /// The logger's own name, a folder's or a prefix included: `eval_loss`, `Loss/train`, `metrics/accuracy_top1`.
    var name: String
    /// The phase, if the log says it other than by the name, such as by a folder or a column.
    var phase: Phase?
    /// Whether the values were written with a percent sign.
    var isPercent = false
    /// Whether values of one epoch are of different steps, so that none of them stands for another.
    private(set) var hasBatches = false
    /// Where each session of the training begins: the log goes back to an earlier epoch there.
    private(set) var sessions: [Session] = []
    /// The last point, to which more values of its epoch are added; it has none only if the series is empty.
    private var end = Point(epoch: .nan, step: .nan, last: .nan, sum: 0, count: 0)
    /// The epochs of the points before it as the log counts them, NaN where one is unknown; empty if none is known.
    private var epochs: [Double] = []
    /// Their steps, NaN where one is unknown; empty if none is known.
    private var steps: [Double] = []
    /// The last value at each of them.
    private var lasts: [Double] = []
    /// The number of values at each of them and their sum; empty while each has one value.
    private var sums: [(Int, Double)] = []

    /// A stretch of a log in which epochs do not go back.
    struct Session: Sendable, Equatable {
      /// The first point of it.
      var start: Int
      /// Its place among the sessions of the log.
      var number: Int
    }

    /// What was logged at one place.
    struct Point: Equatable {
      /// The epoch as the log counts; NaN if unknown.
      var epoch: Double
      /// The last step; NaN if unknown.
      var step: Double
      /// The last value.
      var last: Double
      /// The sum of all values.
      var sum: Double
      /// The number of values.
      var count: Int
    }

    /// Creates a series without values.
    init(_ name: String, phase: Phase? = nil) {
      self.name = name
      self.phase = phase
    }

    /// Creates a series of values.
    ///
    /// - Parameters:
    ///   - epochs: the epoch of each value; nil if none is known.
    ///   - steps: the step of each value; nil if none is known.
    ///   - sessions: the session of each value; nil if one begins wherever an epoch, or a step if no epoch is known, is less than
    ///     the one before it.
    init(
      _ name: String, phase: Phase? = nil, epochs: [Double]? = nil, steps: [Double]? = nil, sessions: [Int]? = nil,
      values: [Double]
    ) {
      self.init(name, phase: phase)
      let found = sessions ?? Self.sessions(of: epochs ?? steps ?? Array(repeating: 0, count: values.count))
      for (place, value) in values.enumerated() {
        append(value, epoch: epochs?[place] ?? .nan, step: steps?[place] ?? .nan, session: found[place])
      }
    }

    /// The session of each position: one begins wherever a position is less than the one before it.
    static func sessions(of positions: [Double]) -> [Int] {
      var session = 0
      return positions.indices.map { place in
        if place > 0, positions[place] < positions[place - 1] { session += 1 }
        return session
      }
    }

    /// Adds a value at an epoch, a step or both; NaN stands for what is not known.
    mutating func append(_ value: Double, epoch: Double, step: Double, session: Int) {
      let isSameSession = sessions.last?.number == session
      if isSameSession, epoch == end.epoch {
        end.count += 1
        end.sum += value
        end.last = value
        if step > end.step {
          hasBatches = true
          end.step = step
        }
        return
      }
      if end.count > 0 { keepEnd() }
      if !isSameSession { sessions.append(Session(start: lasts.count, number: session)) }
      end = Point(epoch: epoch, step: step, last: value, sum: value, count: 1)
    }

    /// Adds the last point to those before it.
    private mutating func keepEnd() {
      if sums.isEmpty, end.count > 1 { sums = lasts.map { (1, $0) } }
      if !sums.isEmpty || end.count > 1 { sums.append((end.count, end.sum)) }
      Self.append(end.epoch, to: &epochs, after: lasts.count)
      Self.append(end.step, to: &steps, after: lasts.count)
      lasts.append(end.last)
    }

    /// Adds a position, and before it those that were unknown so far.
    private static func append(_ position: Double, to positions: inout [Double], after count: Int) {
      if positions.isEmpty {
        if position.isNaN { return }
        positions = Array(repeating: .nan, count: count)
      }
      positions.append(position)
    }

    /// The number of points.
    var count: Int { lasts.count + min(end.count, 1) }
    /// Whether an epoch is known.
    var hasEpochs: Bool { !epochs.isEmpty || !end.epoch.isNaN }
    /// Whether a step is known.
    var hasSteps: Bool { !steps.isEmpty || !end.step.isNaN }

    /// What was logged at a place.
    subscript(place: Int) -> Point {
      if place == lasts.count { return end }
      return Point(
        epoch: epochs.isEmpty ? .nan : epochs[place], step: steps.isEmpty ? .nan : steps[place], last: lasts[place],
        sum: sums.isEmpty ? lasts[place] : sums[place].1, count: sums.isEmpty ? 1 : sums[place].0)
    }

    /// Whether two series hold the same; NaN is like NaN.
    static func == (one: Series, other: Series) -> Bool {
      func isSame(_ one: Double, _ other: Double) -> Bool { one == other || (one.isNaN && other.isNaN) }
      return (one.name, one.phase, one.isPercent, one.sessions) == (
        other.name, other.phase, other.isPercent, other.sessions
      )
        && one.count == other.count
        && (0..<one.count).allSatisfy {
          let (point, peer) = (one[$0], other[$0])
          return isSame(point.epoch, peer.epoch) && isSame(point.step, peer.step) && isSame(point.sum, peer.sum)
            && isSame(point.last, peer.last) && point.count == peer.count
        }
    }
  }
}
