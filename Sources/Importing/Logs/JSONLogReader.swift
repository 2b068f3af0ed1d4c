import FileFormats
import RunRecords

/// Finds in a JSON document the lists and records of scalars.
struct JSONLogReader {
  let file: String
  let phase: ScalarLog.Phase?
  var recorder: LogRecorder
  /// The lists by metric that were found, to be taken once it is known which of them are the epochs.
  private var columns: [Column] = []

  /// Numbers by their places in a list, or by the numbers that are the keys of an object.
  private struct Column {
    var path: [String]
    var values: [Double] = []
    /// The place of each value; as many as there are values, none if those are 0, 1, 2 and so on.
    var places: [Int] = []
    /// The length of the list, gaps included.
    var count: Int
    /// Whether places are keys.
    var isKeyed: Bool
    var isPercent = false

    var name: String { path.joined(separator: "/") }
    var allPlaces: [Int] { places.isEmpty ? Array(values.indices) : places }
    /// What it counts, if it is one of positions: `epoch`; `val_steps` is that of validations.
    var position: LogPosition? {
      LogPosition(path.last ?? "") ?? phase.flatMap { _ in LogPosition(phasePosition: path) }
    }
    var isPosition: Bool { position != nil }
    /// The phase that its name tells.
    var phase: ScalarLog.Phase? { MetricName(name).phase }
  }

  init(file: String, phase: ScalarLog.Phase?, recorder: LogRecorder) {
    (self.file, self.phase, self.recorder) = (file, phase, recorder)
  }

  private func error(_ place: String, _ problem: String) -> FormatError {
    FormatError(
      .read, format: JSONLog.title, file: file, at: place.isEmpty ? .wholeFile : .field(place), problem: problem,
      advice: JSONLog.advice)
  }

  /// Takes a document.
  mutating func take(_ document: JSONValue) throws(FormatError) {
    switch document {
    case .object, .array: try take(content(of: document), at: [])
    default: throw error("", "it is \(document.kind), not an object or a list")
    }
    takeColumns()
  }

  /// What an object holds that only says whose log it is: `{"cnn": {"loss": [0.5, 0.25]}, "seed": 1}`.
  private mutating func content(of document: JSONValue) -> JSONValue {
    guard case .object(let members) = document else { return document }
    let holders = members.filter { $0.value.holdsSeries }
    guard holders.count == 1, let (key, content) = holders.first, Int(key) == nil, !Self.wrappers.contains(key) else {
      return document
    }
    let name = MetricName(key)
    guard name.quantity == nil, name.phase == nil, content.isObject || content.isListOfObjects else { return document }
    recorder.leaveOut(members.keys.filter { $0 != key }.sorted())
    return self.content(of: content)
  }

  /// Takes a record a line. One that is cut off, as while its writer runs, is passed over at the end.
  mutating func take(lines: JSONLines) throws(FormatError) {
    var records: [JSONValue] = []
    for (number, line) in lines.lines {
      do throws(FormatError) {
        let json = PythonLiteral.begins(line) ? PythonLiteral.json(line) : Array(line)
        records.append(try JSON.read(json, file: file, advice: JSONLog.advice).value)
      } catch {
        // Some text between braces is none.
        if lines.isWithinText { continue }
        guard number != lines.lines.last?.number else {
          recorder.note("line \(number) is cut off, what stands before is taken")
          break
        }
        throw self.error("line \(number)", error.problem)
      }
    }
    try takeRecords(records, at: [])
  }

  /// Names that only hold what is logged and say nothing of it.
  static let wrappers: Set = [
    "history", "log_history", "logs", "log", "records", "data", "results", "scalars", "epochs",
  ]

  private mutating func take(_ value: JSONValue, at path: [String]) throws(FormatError) {
    switch value {
    case .object(let members):
      if case .array(let entries)? = members["log_history"] {
        recorder.note(.epochsAreDone)
        recorder.leaveOut(members.keys.filter { $0 != "log_history" }.sorted())
        return try takeRecords(entries, at: path)
      }
      if case .array(let names)? = members["columns"], case .array(let rows)? = members["data"] {
        return try takeSplit(names, rows, at: path)
      }
      if members["schema"] != nil, case .array(let rows)? = members["data"] { return try takeRecords(rows, at: path) }
      if let (positions, values) = Self.points(in: members) {
        try take(positions.list, at: path + [positions.key])
        return try take(values, at: path)
      }
      let epochs = members.compactMap { key, value in value.isObject ? Self.epoch(in: key).map { ($0, value) } : nil }
      if !epochs.isEmpty {
        recorder.leaveOut(members.keys.filter { Self.epoch(in: $0) == nil }.sorted())
        return try takeNumbered(epochs.sorted { $0.0 < $1.0 }.map { (number: $0.0, value: $0.1) }, path)
      }
      let keys = members.keys.compactMap { key in Int(key).flatMap { $0 >= 0 && "\($0)" == key ? (key, $0) : nil } }
      if keys.count == members.count, !keys.isEmpty {
        return try takeNumbered(
          keys.sorted { $0.1 < $1.1 }.compactMap { key, number in members[key].map { (number, $0) } }, path)
      }
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        let isWrapper = Self.wrappers.contains(key) && (member.isObject || member.isListOfObjects)
        try take(member, at: isWrapper ? path : path + [key])
      }
    case .array(let elements):
      if !elements.isEmpty, elements.allSatisfy({ if case .object = $0 { true } else { false } }) {
        try takeRecords(elements, at: path)
      } else if MetricName(path.joined(separator: "/")).quantity != nil, let (steps, values) = Self.pairs(elements) {
        try takeColumn(steps, keys: nil, at: path + ["step"])
        try takeColumn(values, keys: nil, at: path)
      } else {
        try takeColumn(elements, keys: nil, at: path)
      }
    default:
      // A single number is a result, no history.
      recorder.leaveOut([path.joined(separator: "/")])
    }
  }

  /// The epoch in a key such as `epoch_1` or `Epoch 1`; nil if it is none.
  private static func epoch(in key: String) -> Int? {
    let words = MetricName.words(of: key)
    return words.count == 2 && ["epoch", "ep"].contains(words[0]) ? Int(words[1]) : nil
  }

  /// The positions and values of an object that holds the points of one curve: `{"x": [1, 2], "y": [0.5, 0.25]}`.
  private static func points(
    in members: [String: JSONValue]
  ) -> (positions: (key: String, list: JSONValue), values: JSONValue)? {
    func list(_ names: [String]) -> (key: String, list: JSONValue)? {
      for name in names { if let list = members[name], case .array = list { return (name, list) } }
      return nil
    }
    guard let x = list(["x", "step", "steps", "epoch", "epochs", "iteration"]), let y = list(["y", "value", "values"])
    else { return nil }
    return ((x.key == "x" ? "step" : x.key, x.list), y.list)
  }

  /// The points of a list of pairs, of a step and a value; nil if it is none.
  private static func pairs(_ elements: [JSONValue]) -> (steps: [JSONValue], values: [JSONValue])? {
    var (steps, values): ([JSONValue], [JSONValue]) = ([], [])
    for element in elements {
      guard case .array(let pair) = element, pair.count == 2, case .number(let step, _) = pair[0].cell, step >= 0,
        step == step.rounded()
      else { return nil }
      steps.append(pair[0])
      values.append(pair[1])
    }
    return steps.isEmpty ? nil : (steps, values)
  }

  /// Takes an object whose keys are numbers: of epochs, or of pandas' rows.
  private mutating func takeNumbered(_ members: [(number: Int, value: JSONValue)], _ path: [String]) throws(FormatError)
  {
    if members.contains(where: { if case .object = $0.value { true } else { false } }) {
      try takeRecords(members.map(\.value), at: path, epochs: members.map { Double($0.number) })
    } else {
      try takeColumn(members.map(\.value), keys: members.map(\.number), at: path)
    }
  }

  /// Takes pandas' `orient="split"`.
  private mutating func takeSplit(_ names: [JSONValue], _ rows: [JSONValue], at path: [String]) throws(FormatError) {
    var records: [JSONValue] = []
    for (place, row) in rows.enumerated() {
      guard case .array(let cells) = row, cells.count == names.count else {
        throw error("data[\(place)]", "it is no list of \(names.count) values, one for each of the columns")
      }
      var record: [String: JSONValue] = [:]
      for (name, cell) in zip(names, cells) { if case .string(let name) = name { record[name] = cell } }
      records.append(.object(record))
    }
    try takeRecords(records, at: path)
  }

  /// Takes a list of numbers; anything else in it is a mistake if it is a loss or an accuracy.
  private mutating func takeColumn(_ elements: [JSONValue], keys: [Int]?, at path: [String]) throws(FormatError) {
    var column = Column(path: path, count: elements.count, isKeyed: keys != nil)
    column.values.reserveCapacity(elements.count)
    for (place, element) in elements.enumerated() {
      switch element.cell {
      case .number(let number, let isPercent):
        if isPercent { column.isPercent = true }
        let place = keys?[place] ?? place
        // Most lists have no gap, and no need to keep the places.
        if place != column.values.count && column.places.isEmpty { column.places = Array(column.values.indices) }
        column.values.append(number)
        if !column.places.isEmpty || place != column.values.count - 1 { column.places.append(place) }
      case .missing: continue
      case .text:
        guard MetricName(column.name).quantity != nil || column.isPosition, !column.values.isEmpty || place > 0 else {
          recorder.leaveOut([column.name])
          return
        }
        throw error(
          path.joined(separator: ".") + (keys.map { ".\($0[place])" } ?? "[\(place)]"),
          "its value is of another type: \(element.kind), not a number")
      }
    }
    columns.append(column)
  }

  /// Makes series of the columns. A column of epochs or steps counts for those beside it and for those in objects beside it.
  private mutating func takeColumns() {
    let positions = columns.filter { $0.isPosition && !$0.values.isEmpty }
    func list(_ kind: LogPosition, for column: Column) -> Column? {
      let beside = positions.filter { $0.position == kind && column.path.starts(with: $0.path.dropLast()) }
      // `train_steps` are those of a validation only if it has as many.
      let own = beside.filter { $0.phase != nil && $0.phase == column.phase }
      let common = beside.filter { $0.phase == nil || $0.count == column.count }
      return (own.isEmpty ? common : own).max { $0.path.count < $1.path.count }
    }
    let lists = columns.filter { !$0.isPosition && !$0.isKeyed }
    // A list of the batches' losses beside those of the epochs tells nothing of these.
    let measures = lists.filter { MetricName($0.name, phase: phase).quantity != nil }
    let longest = (measures.isEmpty ? lists : measures).map(\.count).max() ?? 0
    for column in columns where !column.isPosition {
      let epochs = list(.epoch, for: column)
      let steps = epochs == nil ? list(.step, for: column) : nil
      let positions = epochs ?? steps
      let longest = positions?.count ?? longest
      var places = column.allPlaces
      if let every = interval(of: column, longest: longest) {
        places = places.map { ($0 + 1) * every - 1 }
        recorder.note(
          "\(column.name) has \(column.count) values where others have \(longest): one every \(every) epochs"
        )
      }
      var sessions: [Int]?
      var known = places.map { Double(column.isKeyed ? $0 : $0 + 1) }
      if let positions {
        let numbers = Dictionary(zip(positions.allPlaces, positions.values)) { $1 }
        known = places.map { numbers[$0] ?? .nan }
        let found = Dictionary(zip(positions.allPlaces, ScalarLog.Series.sessions(of: positions.values))) { $1 }
        sessions = places.map { found[$0] ?? 0 }
      }
      var series = ScalarLog.Series(
        column.name, phase: phase, epochs: steps == nil ? known : nil, steps: steps == nil ? nil : known,
        sessions: sessions, values: column.values)
      series.isPercent = column.isPercent
      recorder.add(series)
    }
    for column in columns where column.position == .epoch {
      recorder.add(ScalarLog.Series("epoch", epochs: column.values, values: column.values))
    }
    columns = []
  }

  /// Every how many epochs a validation was done, as with Keras' `validation_freq`, if that explains its fewer values.
  private func interval(of column: Column, longest: Int) -> Int? {
    guard !column.isKeyed, column.count > 1, column.count < longest,
      let phase = MetricName(column.name, phase: phase).phase, phase != .training
    else { return nil }
    let every = longest / column.count
    return every > 1 && longest / every == column.count ? every : nil
  }
}

extension JSONValue {
  /// The value as a cell of a log.
  var cell: LoggedCell {
    switch self {
    case .integer(let value): .number(Double(value), isPercent: false)
    case .unsigned(let value): .number(Double(value), isPercent: false)
    case .number(let value): .number(value, isPercent: false)
    case .null: .missing
    case .string(let text): LoggedCell(text)
    case .bool, .array, .numbers, .object: .text
    }
  }

  /// What it is, in words.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .unsigned, .number: "a number"
    case .string: "a text"
    case .array, .numbers: "a list"
    case .object: "an object"
    }
  }
}

extension JSONValue {
  var isObject: Bool { if case .object = self { true } else { false } }

  var isListOfObjects: Bool {
    guard case .array(let elements) = self else { return false }
    return !elements.isEmpty && elements.allSatisfy(\.isObject)
  }

  /// Whether there is a list in it, or an object whose keys are numbers.
  fileprivate var holdsSeries: Bool {
    switch self {
    case .array: true
    case .object(let members):
      members.keys.contains { Int($0) != nil } || members.values.contains(where: \.holdsSeries)
    default: false
    }
  }
}
