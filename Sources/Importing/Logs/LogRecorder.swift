/// Makes a log of records, each of which holds some scalars at one epoch or step, in the order in which they were logged.
struct LogRecorder {
  /// What was recorded so far.
  private(set) var log = ScalarLog()
  private var places: [Key: Int] = [:]
  private var record = (epoch: Double.nan, step: Double.nan, session: 0)
  /// By stream; that of the last record is in `end`.
  private var ends: [Stream: End] = [:]
  private var end = End(restarts: 0)
  /// The number of restarts that were seen first in any stream.
  private var restarts = 0
  private var stream = Stream()
  /// Whether positions are epochs: once one is known, records without one are of the session before them.
  private var hasEpochs = false

  /// Records that go on from each other, while those of another stream may begin anew: a table may have all of one phase before
  /// another, or all of one metric.
  private struct Stream: Hashable {
    var phase: ScalarLog.Phase?
    var metric: String?
  }

  /// Where the records of a stream have got to.
  private struct End {
    var session = 0
    var position = -Double.infinity
    /// The number of restarts of all streams when it was last met.
    var restarts: Int
    /// The series of the epochs of all records, which tells where a session began, whatever was logged there.
    var epochs: Int?
  }

  private struct Key: Hashable {
    var name: String
    var phase: ScalarLog.Phase?
  }

  /// The place in the log of the series called `name`, which is made if it is new.
  mutating func series(_ name: String, phase: ScalarLog.Phase? = nil) -> Int {
    let key = Key(name: name, phase: phase)
    if let place = places[key] { return place }
    places[key] = log.series.count
    log.series.append(ScalarLog.Series(name, phase: phase))
    return log.series.count - 1
  }

  /// Begins a record; NaN stands for what it does not say.
  ///
  /// - Parameter metric: the metric that the record is of, if each is of one.
  mutating func begin(epoch: Double, step: Double, phase: ScalarLog.Phase? = nil, metric: String? = nil) {
    let stream = Stream(phase: phase, metric: metric)
    if stream != self.stream {
      ends[self.stream] = end
      (self.stream, end) = (stream, ends[stream] ?? End(restarts: restarts))
    }
    if !epoch.isNaN && !hasEpochs {
      hasEpochs = true
      // What was compared so far were steps.
      end.position = -.infinity
      ends = ends.mapValues { End(session: $0.session, restarts: $0.restarts, epochs: $0.epochs) }
    }
    let position = hasEpochs ? epoch : step
    // What began again in another stream since then has begun again in this one.
    if end.restarts < restarts {
      end.session += restarts - end.restarts
    } else if position < end.position {
      end.session += 1
      restarts += 1
    }
    end.restarts = restarts
    if !position.isNaN { end.position = position }
    record = (epoch, step, end.session)
    guard !epoch.isNaN else { return }
    let epochs = end.epochs ?? series("epoch", phase: phase)
    end.epochs = epochs
    append(epoch, to: epochs)
  }

  /// Notes that the logger was started again.
  mutating func restart() {
    end.session += 1
    restarts += 1
    end.restarts = restarts
    end.position = -.infinity
  }

  /// Adds a value of the record to the series at a place.
  mutating func append(_ value: Double, to series: Int) {
    log.series[series].append(value, epoch: record.epoch, step: record.step, session: record.session)
  }

  /// Adds a whole series.
  mutating func add(_ series: ScalarLog.Series) { log.series.append(series) }

  /// Notes that values of a series were written with a percent sign.
  mutating func markPercent(_ series: Int) { log.series[series].isPercent = true }

  /// Notes what is in the log and no scalar.
  mutating func leaveOut(_ names: some Sequence<String>) {
    for name in names where !log.leftOut.contains(name) { log.leftOut.append(name) }
  }

  /// Notes what people should know.
  mutating func note(_ clause: String) { log.notes.append(clause) }

  /// Notes what the trainer is known to do.
  mutating func note(_ habits: ScalarLog.Habits) { log.habits.formUnion(habits) }
}
