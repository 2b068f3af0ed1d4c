import FileFormats

/// Predictions and what belongs to them as JSON: an object of lists; or an object for each test sample, in a list, as JSON lines
/// or under the sample's name. The names are those of ``NPZPredictions``, and those of ``CSVPredictions`` if each sample has a
/// single number or text for each.
///
///     {"y_true": [1, 0], "y_pred": [1, 1]}
///     [{"label": "cat", "probabilities": [0.8, 0.2]}, {"label": "dog", "probabilities": [0.4, 0.6]}]
enum JSONPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    guard ["json", "jsonl"].contains(file.ending), !file.name.contains("/"), let head = JSONHead(file.head) else {
      return false
    }
    let isLog = head.allKeys.contains { LogPosition($0) != nil || MetricName($0).quantity == .loss }
    return !isLog && head.allKeys.contains { ArrayRole(name: $0) == .predictions }
  }

  static func read(_ file: ModelFile) throws -> PredictedSamples? {
    try read(file.contents(.json), file: file.path.string)
  }

  /// Reads the bytes of a file; nil if it holds no predictions.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> PredictedSamples? {
    let columns = columns(of: try document(bytes, file: file))
    let members = columns.compactMap { column in
      NestedList.array(of: .array(column.values)).map { NPZ.Member(name: column.name, array: $0) }
    }
    let hasRows = members.contains { ArrayRole(name: $0.name) == .predictions && $0.array.shape.count > 1 }
    if hasRows {
      guard let samples = try NPZPredictions.samples(of: members, file: file) else { return nil }
      return try named(samples, columns, file: file)
    }
    guard let table = table(columns, file: file), PredictionColumns(table.table).hasPredictions else { return nil }
    return try CSVPredictions.samples(of: table)
  }

  /// The document; JSON lines are a list of them.
  private static func document(_ bytes: [UInt8], file: String) throws(FormatError) -> JSONValue {
    let advice = "Save it with json.dump"
    guard let lines = JSONLines(bytes[...]), !lines.isWithinText else {
      return try JSON.read(bytes, file: file, advice: advice).value
    }
    var entries: [JSONValue] = []
    for line in lines.lines { entries.append(try JSON.read(Array(line.bytes), file: file, advice: advice).value) }
    return .array(entries)
  }

  private typealias Column = (name: String, values: [JSONValue])

  /// The lists of a document by their names, sorted.
  private static func columns(of document: JSONValue) -> [Column] {
    switch document {
    case .object(let members) where !members.isEmpty && members.values.allSatisfy(\.isObject):
      // An object for each sample, under its file's name.
      let samples = members.sorted { $0.key < $1.key }
      return [("file", samples.map { .string($0.key) })] + columns(of: .array(samples.map(\.value)))
    case .object(let members):
      return members.sorted { $0.key < $1.key }.compactMap { name, value in
        if case .array(let values) = value { (name, values) } else { nil }
      }
    case .array(let entries):
      var columns: [String: [JSONValue]] = [:]
      for entry in entries {
        guard case .object(let members) = entry else { return [] }
        for (name, value) in members { columns[name, default: []].append(value) }
      }
      return columns.filter { $0.value.count == entries.count }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    default: return []
    }
  }

  /// The columns that hold numbers or texts, as many as the predictions; nil if there are no such predictions.
  private static func table(_ columns: [Column], file: String) -> SampleTable? {
    let texts = columns.compactMap { column in
      let cells = column.values.compactMap(\.cellText)
      return cells.count == column.values.count ? (name: column.name, cells: cells) : nil
    }
    guard let count = texts.first(where: { ArrayRole(name: $0.name) == .predictions })?.cells.count else { return nil }
    let whole = texts.filter { $0.cells.count == count }
    let rows = (0..<count).map { row in whole.map { $0.cells[row] } }
    return SampleTable(
      CSV.Table(header: whole.map(\.name), rows: rows, lines: Array(0..<count)), file: file, format: "JSON")
  }

  /// Rows of numbers whose true classes are texts: of a list `classes` if there is one, otherwise in the order of their names.
  private static func named(
    _ samples: PredictedSamples, _ columns: [Column], file: String
  ) throws(FormatError) -> PredictedSamples {
    var samples = samples
    let names = columns.first { ClassTexts.areNamed($0.name) }?.values.compactMap(\.cellText)
    if var truth = samples.truth {
      if let names { truth.take(names, columns: samples.columns) }
      samples.truth = truth
      return samples
    }
    guard let labels = columns.first(where: { ArrayRole(name: $0.name) == .labels && $0.values.count == samples.count })
    else { return samples }
    var column = ClassColumn(name: labels.name)
    for (entry, value) in labels.values.enumerated() { column.append(value.cellText ?? "", line: entry) }
    let table = SampleTable(CSV.Table(header: [labels.name], rows: [], lines: []), file: file, format: "JSON")
    let read = try table.classes([column], known: names)
    samples.truth = TrueClasses(
      labels: read.classes[0], names: read.names, areSorted: read.names != nil && names == nil, file: file)
    return samples
  }
}

extension JSONValue {
  /// A number or a text as a cell of a table; nil for all else.
  fileprivate var cellText: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .bool(let value): value ? "1" : "0"
    default: nil
    }
  }
}
