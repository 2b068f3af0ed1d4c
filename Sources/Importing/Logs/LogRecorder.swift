/// Makes a log of records, each of which holds some scalars at one epoch or step, in the order in which they were logged.
struct LogRecorder {
  /// What was recorded so far.
  private(set) var log = ScalarLog()
  private var places: [Key: Int] = [:]
  /// By phase, as a table may have all of one phase before another.
  private var ends: [ScalarLog.Phase?: (session: Int, position: Double)] = [:]
  private var record = (epoch: Double.nan, step: Double.nan, session: 0)
  /// Whether positions are epochs: once one is known, records without one are of the session before them.
  private var hasEpochs = false

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
  mutating func begin(epoch: Double, step: Double, phase: ScalarLog.Phase? = nil) {
    if !epoch.isNaN { hasEpochs = true }
    let position = hasEpochs ? epoch : step
    var end = ends[phase] ?? (0, -.infinity)
    if position < end.position { end.session += 1 }
    if !position.isNaN { end.position = position }
    ends[phase] = end
    record = (epoch, step, end.session)
  }

  /// Adds a value of the record to the series at a place.
  mutating func append(_ value: Double, to series: Int) {
    log.series[series].append(value, epoch: record.epoch, step: record.step, session: record.session)
  }

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
