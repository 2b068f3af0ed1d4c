import RunRecords

/// Where the values of a log belong: at epochs counted from 1 if the log knows them, else at steps.
struct LogAxis {
  /// What positions count.
  let axis: TrainingHistory.Series.Axis
  /// What was not plain; clauses.
  private(set) var notes: [String] = []

  /// What is added to the positions of each session, by its number.
  private var offsets: [Int: Double] = [:]
  /// The epochs of the steps at which both were logged, by step.
  private var epochsBySteps: [(step: Double, epoch: Double)] = []
  /// Whether those are steps at which epochs began, rather than at which they ended.
  private var startsAreLogged = false
  /// Whether the log knows an epoch or a step of anything.
  private let hasPositions: Bool
  /// The first session that counts.
  private var firstSession = 0

  /// The values of a series, each position once, in rising order.
  struct Values {
    var positions: [Double] = []
    var lasts: [Double] = []
    var means: [Double] = []
    /// Whether several values of one position are of different batches.
    var hasBatches = false
    /// The number of values whose position is not known.
    var lost = 0
  }

  /// - Parameter measured: the places of the series that a run understands; it is their axis.
  init(_ log: ScalarLog, measured: some Collection<Int>) {
    let clocks = log.series.filter { $0.hasSteps && LogPosition($0.name) == .epoch }
    let clock = clocks.first { !$0.hasEpochs }
    let hasEpochs = !clocks.isEmpty || measured.contains { log.series[$0].hasEpochs || !log.series[$0].hasSteps }
    axis = hasEpochs ? .epoch : .step
    hasPositions = log.series.contains { $0.hasEpochs || $0.hasSteps }
    if hasEpochs, measured.contains(where: { log.series[$0].firstWithoutEpoch != nil }) {
      epochsBySteps = Self.epochsBySteps(log, clock: clock)
      let first = measured.compactMap { log.series[$0].firstWithoutEpoch?.step }.min() ?? .infinity
      startsAreLogged = epochsBySteps.first.map { $0.step < first } ?? false
    }

    var sessions: [Int: Session] = [:]
    let areSeveral = log.series.contains { $0.sessions.count > 1 }
    var (lowest, areWhole) = (Double.infinity, true)
    let measured = Set(measured)
    for (place, series) in log.series.enumerated() {
      for (number, points) in series.sessionRanges {
        var session = sessions[number] ?? Session()
        for point in points {
          let position = self.position(series, point)
          guard position >= 0, position <= TrainingHistory.Series.highestPosition else { continue }
          if position != position.rounded() { areWhole = false }
          session.first = min(session.first, position)
          session.last = max(session.last, position)
          if areSeveral, measured.contains(place) { session.positions.insert(Position(series: place, position)) }
        }
        lowest = min(lowest, session.first)
        sessions[number] = session
      }
    }
    var shift = 0.0
    if axis == .epoch, lowest == 0, areWhole, !log.habits.contains(.epochsAreDone) {
      shift = 1
      notes.append("the log counts epochs from 0, they are numbered from 1")
    }
    join(
      sessions.filter { $0.value.first.isFinite }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, shift: shift)
  }

  /// Where a session was.
  private struct Session {
    var first = Double.infinity
    var last = -Double.infinity
    /// Where it has values of a measure; none if it is the only session.
    var positions: Set<Position> = []
  }

  /// A position of a series.
  private struct Position: Hashable {
    let series: Int
    let position: Double

    init(series: Int, _ position: Double) { (self.series, self.position) = (series, position) }
  }

  /// Sessions that begin with the first epoch of all are another fit, which goes on after those before it; others were resumed
  /// from a checkpoint and keep their numbers. Lines in any other order are no sessions: no series has anything twice.
  private mutating func join(_ sessions: [(number: Int, session: Session)], shift: Double) {
    guard let (_, start) = sessions.first else { return }
    var (offset, reached) = (shift, start.last)
    var seen: Set<Position> = []
    var fits: [Double] = []
    var resumed: [Double] = []
    for (number, session) in sessions {
      if !session.positions.isDisjoint(with: seen) {
        if session.first == start.first, start.first <= 1 {
          fits.append(reached + offset)
          if axis == .step { firstSession = number } else { offset += reached + 1 - start.first }
          reached = session.last
          seen = []
        } else {
          resumed.append(session.first + offset)
        }
      }
      reached = max(reached, session.last)
      seen.formUnion(session.positions)
      offsets[number] = offset
    }
    func list(_ positions: [Double]) -> String {
      let shown = positions.prefix(3).map { "\(Int($0))" }.joined(separator: ", ")
      return positions.count > 3 ? "\(shown) and \(positions.count - 3) more" : shown
    }
    if !fits.isEmpty {
      notes.append(
        axis == .epoch
          ? "epochs begin again after epoch \(list(fits)) and are taken to go on"
          : "steps begin again after step \(list(fits)), and the last run is taken")
    }
    if !resumed.isEmpty {
      notes.append(
        "the log was resumed at \(axis.rawValue) \(list(resumed)), and of what it has twice the later counts")
    }
  }

  /// The values of a series where they belong; nil if it has no place on the axis.
  func values(of series: ScalarLog.Series) -> Values? {
    var values = Values()
    var points: [(position: Double, session: Int, point: ScalarLog.Series.Point)] = []
    points.reserveCapacity(series.count)
    values.hasBatches = series.hasBatches
    for (session, places) in series.sessionRanges where session >= firstSession {
      for place in places {
        let position = self.position(series, place) + (offsets[session] ?? 0)
        guard position >= 0, position <= TrainingHistory.Series.highestPosition else {
          values.lost += 1
          continue
        }
        var point = series[place]
        if let last = points.last, last.position == position, last.session == session {
          if point.step > last.point.step { values.hasBatches = true }
          point.sum += last.point.sum
          point.count += last.point.count
          points[points.count - 1].point = point
        } else {
          points.append((position, session, point))
        }
      }
    }
    if points.isEmpty { return nil }
    if zip(points, points.dropFirst()).contains(where: { $0.position >= $1.position }) {
      // Of a position that is there twice the later value counts.
      var latest: [Double: Int] = [:]
      for (place, point) in points.enumerated() { latest[point.position] = place }
      points = latest.sorted { $0.key < $1.key }.map { points[$0.value] }
    }
    // A few epochs with a second value are rather logged again than in batches.
    if points.count(where: { $0.point.count > 1 }) * 2 > points.count { values.hasBatches = true }
    values.positions = points.map(\.position)
    values.lasts = points.map(\.point.last)
    values.means = points.map { $0.point.sum / Double($0.point.count) }
    return values
  }

  /// Where a value belongs as the log counts; NaN if that is not known.
  private func position(_ series: ScalarLog.Series, _ place: Int) -> Double {
    let point = series[place]
    if axis == .step { return point.step }
    if !point.epoch.isNaN { return point.epoch }
    if !series.hasEpochs && !series.hasSteps { return hasPositions ? .nan : Double(place + 1) }
    var (low, high) = (0, epochsBySteps.count)
    while low < high {
      let middle = (low + high) / 2
      if epochsBySteps[middle].step < point.step { low = middle + 1 } else { high = middle }
    }
    if low < epochsBySteps.count, epochsBySteps[low].step == point.step { return epochsBySteps[low].epoch }
    if startsAreLogged { low -= 1 }
    return epochsBySteps.indices.contains(low) ? epochsBySteps[low].epoch : .nan
  }

  /// The epochs of all steps for which the log has them, as a series of its own (`clock`) or beside other values.
  private static func epochsBySteps(_ log: ScalarLog, clock: ScalarLog.Series?) -> [(step: Double, epoch: Double)] {
    var epochs: [Double: Double] = [:]
    if let clock {
      for place in 0..<clock.count where !clock[place].step.isNaN { epochs[clock[place].step] = clock[place].last }
    }
    for series in log.series where series.hasEpochs && series.hasSteps {
      for place in 0..<series.count {
        let point = series[place]
        if !point.epoch.isNaN && !point.step.isNaN { epochs[point.step] = point.epoch }
      }
    }
    return epochs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension ScalarLog.Series {
  /// The first value that has a step and no epoch.
  fileprivate var firstWithoutEpoch: Point? {
    if !hasSteps { return nil }
    return (0..<count).lazy.map { self[$0] }.first { $0.epoch.isNaN && !$0.step.isNaN }
  }

  /// The numbers of the sessions with the places of their points.
  fileprivate var sessionRanges: [(session: Int, points: Range<Int>)] {
    let ends = sessions.dropFirst().map(\.start) + [count]
    return zip(sessions, ends).map { ($0.number, $0.start..<$1) }
  }
}
