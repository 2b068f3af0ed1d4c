import RunRecords

/// A history made of logged columns.
struct LoggedHistory {
  /// The metrics that a run keeps.
  var history = TrainingHistory()
  /// The names of all other metrics, sorted.
  var leftOut: [String]
  /// What else a person should know of how the log was read; clauses.
  var notes: [String] = []

  /// Takes for each series the column whose name fits it best.
  ///
  /// - Parameter values: a column's values, one per epoch; only asked for those that are taken.
  init<Failure: Error>(
    columns names: [String], leftOut others: [String] = [], notes: [String] = [],
    values: (Int) throws(Failure) -> [Double]
  ) throws(Failure) {
    try self.init(columns: names, leftOut: others, notes: notes) { column throws(Failure) in
      TrainingHistory.Series(perEpoch: try values(column))
    }
  }

  /// Takes for each series the column whose name fits it best.
  ///
  /// - Parameter series: a column's values and where they were logged; only asked for those that are taken.
  init<Failure: Error>(
    columns names: [String], leftOut others: [String] = [], notes: [String] = [],
    series: (Int) throws(Failure) -> TrainingHistory.Series
  ) throws(Failure) {
    let choice = MetricName.choose(among: names)
    for (measure, column) in choice.taken { history[measure] = try series(column) }
    leftOut = (others + choice.others.map { names[$0] }).sorted()
    self.notes = notes
  }
}
