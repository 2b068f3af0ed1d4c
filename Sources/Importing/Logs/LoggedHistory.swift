import RunRecords

/// A log as a run keeps it: what is understood under Keras' names, other scalars under the logger's own.
struct LoggedHistory: Equatable {
  /// The series of a run.
  private(set) var history = TrainingHistory()
  /// The names of what is not kept, sorted.
  private(set) var leftOut: [String]
  /// What a person should know of how the log was read; clauses.
  private(set) var notes: [String]

  /// Applies what holds for every log: which names are which, where values belong, what is in percent.
  init(of log: ScalarLog) {
    notes = log.notes
    leftOut = log.leftOut
    let series = log.series
    let usable = series.indices.filter { series[$0].hasNumber }
    let choice = SeriesChoice(series, usable: usable)
    let axis = LogAxis(log, measured: choice.taken.values)
    notes += choice.notes + axis.notes

    let kin = AccuracyKin(series)
    var averaged: [String] = []
    var several: [String] = []
    var percent: [String] = []
    for measure in TrainingHistory.Measure.allCases {
      guard let place = choice.taken[measure] else { continue }
      let name = series[place].name
      guard var values = axis.values(of: series[place]) else {
        notes.append("\(name) is left out, as its epochs are not known")
        leftOut.append(name)
        continue
      }
      if values.lost > 0 {
        notes.append("\(values.lost) values of \(name) have no \(axis.axis.rawValue) and are left out")
      }
      let isTraining = [.loss, .accuracy].contains(measure)
      if values.lasts.count < series[place].valueCount - values.lost, values.hasBatches {
        if isTraining { averaged.append(name) } else { several.append(name) }
      }
      if !(isTraining && values.hasBatches) { values.means = values.lasts }
      if [.accuracy, .validationAccuracy].contains(measure) {
        let isPercent = series[place].isPercent || MetricName(name).isPercent || kin.arePercent(beside: series[place])
        switch AccuracyScale(values.means, isPercent: isPercent) {
        case .shares: values.means = values.means.map { min($0, 1) }
        case .percent:
          values.means = values.means.map { $0 / 100 }
          percent.append(name)
        case .other:
          notes.append("\(name) is left out, as it is neither from 0 to 1 nor in percent")
          leftOut.append(name)
          continue
        }
      }
      history[measure] = TrainingHistory.Series(axis.axis, positions: values.positions, values: values.means)
      notes += NonFinite.notes(name, axis.axis, values.positions, values.means)
    }
    func list(_ names: [String]) -> String { names.joined(separator: " and ") }
    if !averaged.isEmpty {
      notes.append(
        "an epoch's \(list(averaged)) \(averaged.count == 1 ? "is the mean" : "are the means") of the values logged in it"
      )
    }
    if !several.isEmpty { notes.append("of several values of \(list(several)) in an epoch the last counts") }
    if !percent.isEmpty { notes.append("\(list(percent)) in percent: divided by 100") }
    keepOthers(of: log, axis: axis, taken: Set(choice.taken.values))
    leftOut = Set(leftOut).sorted()
  }

  /// Keeps the scalars that are not understood under the logger's own names.
  private mutating func keepOthers(of log: ScalarLog, axis: LogAxis, taken: Set<Int>) {
    var unlogged: [String] = []
    for (place, series) in log.series.enumerated() where !taken.contains(place) && LogPosition(series.name) == nil {
      let name = MetricName(series.name, phase: series.phase)
      guard series.hasNumber else {
        if name.quantity != nil { unlogged.append(series.name) } else { leftOut.append(series.name) }
        continue
      }
      var key = series.name
      if let phase = series.phase, phase != .training { key = "\(phase.rawValue)/\(key)" }
      guard !Self.reserved.contains(key), history[key] == nil, let values = axis.values(of: series) else {
        leftOut.append(key)
        continue
      }
      let isMean = name.phase == .training && values.hasBatches
      history[key] = TrainingHistory.Series(
        axis.axis, positions: values.positions, values: isMean ? values.means : values.lasts)
    }
    if !unlogged.isEmpty {
      notes.append("\(unlogged.joined(separator: ", ")): not logged, there is no number but NaN in it")
    }
  }

  /// The names that mean something to a run.
  private static let reserved = Set(TrainingHistory.Measure.allCases.map(\.rawValue) + ["seconds"])
}

/// What the numbers of an accuracy are.
private enum AccuracyScale {
  case shares, percent, other

  init(_ values: [Double], isPercent: Bool) {
    let finite = values.filter(\.isFinite)
    let (lowest, highest) = (finite.min() ?? 0, finite.max() ?? 0)
    if lowest < 0 || highest > 100 {
      self = .other
    } else if isPercent || highest > 1.5 {
      self = .percent
    } else {
      // Sums of single precision may end a little above 1.
      self = highest <= 1 + 1e-6 ? .shares : .other
    }
  }
}

/// The accuracies of a log, by which one that is low is known to be in percent.
private struct AccuracyKin {
  /// Whether an accuracy is above what a share can be.
  private var hasPercent = false
  /// The phases in which a top-5 accuracy is.
  private var phases: Set<ScalarLog.Phase?> = []

  init(_ series: [ScalarLog.Series]) {
    for series in series {
      let name = MetricName(series.name, phase: series.phase)
      guard name.quantity == .accuracy || name.isTopK, let highest = series.highest, highest > 1.5, highest <= 100
      else {
        continue
      }
      if name.quantity == .accuracy { hasPercent = true } else { phases.insert(name.phase) }
    }
  }

  /// Whether a series is in percent though it may not look so: it is above 1 and another accuracy is in percent, or the top-5
  /// accuracy beside it is.
  func arePercent(beside series: ScalarLog.Series) -> Bool {
    phases.contains(MetricName(series.name, phase: series.phase).phase)
      || hasPercent && series.highest ?? 0 > 1 + 1e-6
  }
}

/// What is said of values that are no numbers.
private enum NonFinite {
  static func notes(
    _ name: String, _ axis: TrainingHistory.Series.Axis, _ positions: [Double], _ values: [Double]
  ) -> [String] {
    func clause(_ what: String, where isIt: (Double) -> Bool) -> String? {
      let places = values.indices.filter { isIt(values[$0]) }
      guard let first = places.first else { return nil }
      func text(_ place: Int) -> String {
        positions[place] == positions[place].rounded() ? "\(Int(positions[place]))" : "\(positions[place])"
      }
      if places.count == values.count - first, places.count > 1 {
        return "\(name) is \(what) from \(axis.rawValue) \(text(first)) on"
      }
      let shown = places.prefix(3).map(text).joined(separator: ", ")
      let others = places.count > 3 ? " and \(places.count - 3) more" : ""
      return "\(name) is \(what) at \(axis.rawValue) \(shown)\(others)"
    }
    return [clause("NaN") { $0.isNaN }, clause("infinite") { $0.isInfinite }].compactMap(\.self)
  }
}

extension ScalarLog.Series {
  /// The highest of the values that are kept.
  fileprivate var highest: Double? { (0..<count).map { self[$0].last }.filter(\.isFinite).max() }
  /// Whether any value is more than NaN.
  fileprivate var hasNumber: Bool { (0..<count).contains { !self[$0].last.isNaN } }
  /// The number of values, those within an epoch included.
  fileprivate var valueCount: Int { (0..<count).reduce(0) { $0 + self[$1].count } }
}
