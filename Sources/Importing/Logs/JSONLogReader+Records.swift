import FileFormats
import RunRecords

extension JSONLogReader {
  /// Takes a list of objects, each of which has what was logged at one epoch or step, as scalars or objects of scalars.
  ///
  /// - Parameter epochs: the epochs of the objects, if something other than they says so.
  mutating func takeRecords(
    _ entries: [JSONValue], at path: [String], epochs: [Double]? = nil
  ) throws(FormatError) {
    var records: [Record] = []
    var position = ByName(LogPosition.init)
    for (place, entry) in entries.enumerated() {
      var record = Record(place: place)
      record.take(entry, at: path, position: &position)
      // Hugging Face's summary of the whole training, and DLLogger's.
      if entry["train_runtime"] != nil || record.isSummary { continue }
      record.takeLongForm()
      records.append(record)
    }
    let areNumbered = records.contains { $0.epoch != nil || $0.step != nil }
    let evaluations = Self.evaluations(records)
    var runs = RunColumns()
    var countsRuns = ByName(RunColumns.countsRuns)
    var areMeasures: [Int: Bool] = [:]
    for record in records {
      var epoch = try number(of: record.epoch, record, "an epoch")
      let step = try number(of: record.step, record, "a step")
      if !areNumbered { epoch = epochs?[record.place] ?? Double(record.place + 1) }
      var phase = self.phase
      for (_, text) in record.texts {
        let words = MetricName.words(of: text)
        let phases = words.compactMap { ScalarLog.Phase(word: $0) }
        if phases.count == 1, words.count <= 2 { phase = phases[0] }
      }
      if evaluations, record.epoch == nil, record.step != nil {
        (epoch, phase) = (step, .validation)
        recorder.begin(epoch: epoch, step: .nan, phase: phase, metric: record.metric)
      } else {
        recorder.begin(epoch: epoch, step: step, phase: phase, metric: record.metric)
      }
      for (name, number, isPercent) in record.numbers {
        let series = recorder.series(name, phase: phase)
        recorder.append(number, to: series)
        if isPercent { recorder.markPercent(series) }
        let isMeasure = areMeasures[series] ?? (MetricName(name, phase: phase).quantity != nil)
        areMeasures[series] = isMeasure
        guard isMeasure else { continue }
        for (key, text) in record.texts { runs.note(key, text, series: series, at: epoch.isNaN ? step : epoch) }
        for (key, number, _) in record.numbers where countsRuns(key) {
          runs.note(key, "\(number)", series: series, at: epoch.isNaN ? step : epoch)
        }
      }
      recorder.leaveOut(record.others)
    }
    if let (column, texts) = runs.runs {
      throw FormatError(
        .read, format: JSONLog.title, file: file, at: .field(column),
        problem: "it holds several runs, told apart by \(texts.prefix(4).joined(separator: ", "))",
        advice: "Save the entries of one run in a file of its own for each model")
    }
    if !areNumbered && epochs == nil { recorder.note("the entries have no epoch, and each is taken for one") }
  }

  /// OpenMMLab's evaluations have no epoch, and their step is the epoch; trainings have both.
  private static func evaluations(_ records: [Record]) -> Bool {
    let epochs = records.compactMap { $0.step != nil ? $0.epoch?.number : nil }
    let steps = records.compactMap { $0.epoch == nil ? $0.step?.number : nil }
    guard let last = epochs.max(), let end = steps.max() else { return false }
    let furthest = records.compactMap { $0.epoch != nil ? $0.step?.number : nil }.max() ?? 0
    return end <= last && furthest > last
  }

  /// The number of an epoch or a step; NaN if there is none.
  private func number(of cell: LoggedCell?, _ record: Record, _ kind: String) throws(FormatError) -> Double {
    switch cell {
    case nil, .missing: return .nan
    case .number(let number, _) where number.isNaN: return .nan
    case .number(let number, _) where number >= 0 && number <= TrainingHistory.Series.highestPosition: return number
    default:
      throw FormatError(
        .read, format: JSONLog.title, file: file, at: .field("entry \(record.place)"),
        problem: "what it has for \(kind) is not the number of one", advice: JSONLog.advice)
    }
  }
}

/// What a function says of names, each asked once: records have the same names again and again.
private struct ByName<Value> {
  private let value: (String) -> Value
  private var known: [String: Value] = [:]

  init(_ value: @escaping (String) -> Value) { self.value = value }

  mutating func callAsFunction(_ name: String) -> Value {
    if let known = known[name] { return known }
    let value = value(name)
    known[name] = value
    return value
  }
}

/// What was logged at one epoch or step.
private struct Record {
  let place: Int
  var epoch: LoggedCell?
  var step: LoggedCell?
  var numbers: [(name: String, number: Double, isPercent: Bool)] = []
  var texts: [(name: String, text: String)] = []
  var others: [String] = []
  /// The metric, if the record is of one.
  var metric: String?
  /// Whether it is of no step, but of the whole training.
  var isSummary = false

  init(place: Int) { self.place = place }

  /// - Parameters:
  ///   - position: what names count.
  ///   - isSettings: whether numbers are how the training was to go: its number of epochs is no epoch.
  mutating func take(
    _ value: JSONValue, at path: [String], position: inout ByName<LogPosition?>, isSettings: Bool = false
  ) {
    guard case .object(let members) = value else { return }
    // The outer epoch goes before one in an object within.
    let sorted = members.sorted { ($0.value.isObject ? 1 : 0, $0.key) < ($1.value.isObject ? 1 : 0, $1.key) }
    for (key, member) in sorted {
      let name = (path + [key]).joined(separator: "/")
      switch (isSettings ? nil : position(key), member) {
      case (_, .object):
        let within = JSONLogReader.wrappers.contains(key) ? path : path + [key]
        take(
          member, at: within, position: &position, isSettings: isSettings || Self.settings.contains(key))
      case (.step, .array(let numbers)): takeSteps(numbers)
      // So does DLLogger call what is of no step.
      case (.step, .string("PARAMETER")): isSummary = true
      case (_, .array): others.append(name)
      case (.epoch, _): epoch = epoch ?? member.cell
      case (.step, _): step = step ?? member.cell
      case (nil, _):
        switch member.cell {
        case .number(let number, let isPercent): numbers.append((name, number, isPercent))
        case .missing: continue
        case .text:
          if case .string(let text) = member { texts.append((name, text)) } else { others.append(name) }
        }
      }
    }
  }

  /// Takes what NVIDIA's DLLogger has for a step: epoch and iteration, the epoch alone, or nothing for the whole training.
  private mutating func takeSteps(_ numbers: [JSONValue]) {
    isSummary = numbers.isEmpty
    epoch = epoch ?? numbers.first?.cell
    if numbers.count > 1 { step = step ?? numbers[1].cell }
  }

  /// Takes a metric's name and value as a metric: `{"metric": "loss", "value": 0.5}`.
  mutating func takeLongForm() {
    func place(_ names: [String], _ keys: [String]) -> Int? {
      keys.firstIndex { names.contains(MetricName.words(of: $0).joined()) }
    }
    guard let name = place(["metric", "metricname", "variable", "tag", "key", "name"], texts.map(\.name)),
      let value = place(["value", "metricvalue"], numbers.map(\.name))
    else { return }
    let text = texts.remove(at: name).text
    metric = text
    numbers[value].name = text
  }

  private static let settings: Set = [
    "config", "configuration", "hparams", "hyperparameters", "hyper_parameters", "params", "args", "settings",
  ]
}

extension LoggedCell {
  fileprivate var number: Double? { if case .number(let number, _) = self { number } else { nil } }
}
