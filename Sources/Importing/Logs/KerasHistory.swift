import FileFormats

/// Keras' `History.history` as JSON: a list for each metric, one number per epoch.
///
///     {"loss": [0.21, 0.07], "accuracy": [0.94, 0.98], "val_loss": [0.05, NaN]}
///
/// A list may also be an object of epochs, `{"0": 0.21, "1": 0.07}`, as pandas writes a column.
enum KerasHistory: LogFormat {
  static let title = "JSON"
  static let usualNames = ["history.json"]

  static func recognizes(_ file: ModelFile) -> Bool {
    guard let head = JSONHead(file.head), head.keys != nil else { return false }
    return head.columns.contains { MetricName($0).quantity != nil } || !head.isWhole
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    try read(files[0].contents(.json), file: files[0].path.string)
  }

  /// Reads `history.json`. NaN and infinities are taken as Python writes them, and null, as pandas writes NaN, is NaN.
  ///
  /// - Throws: if the file is no JSON object, or a metric that a run keeps is no list of numbers.
  static func read(_ json: [UInt8], file: String) throws(FormatError) -> ScalarLog {
    let metrics = try JSON.read(json, file: file, advice: advice).decode(Metrics.self)
    var log = ScalarLog(leftOut: metrics.others)
    for (name, column) in metrics.columns {
      let values = try column.values(of: name, file: file)
      log.series.append(
        ScalarLog.Series(name, epochs: values.indices.map { Double($0 + 1) }, values: values))
    }
    return log
  }

  /// What to do about a history that cannot be read.
  fileprivate static let advice = "Save it with json.dump(history.history, file), history being what model.fit returns"
}

/// The document: the columns of the metrics that a run keeps, by name, and the names of all others, which may be of any
/// form.
private struct Metrics: Decodable {
  var columns: [(name: String, column: Column)] = []
  var others: [String] = []

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
      if MetricName(key.stringValue).quantity != nil {
        columns.append((key.stringValue, try container.decode(Column.self, forKey: key)))
      } else {
        others.append(key.stringValue)
      }
    }
  }
}

/// One metric's values.
private enum Column: Decodable {
  case list([Double])
  /// By the epochs' numbers, as pandas writes them.
  case table([String: Double])

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: AnyCodingKey.self) {
      var table: [String: Double] = [:]
      for key in container.allKeys {
        table[key.stringValue] = try container.decode(Double?.self, forKey: key) ?? .nan
      }
      self = .table(table)
    } else {
      self = .list(try [Double?](from: decoder).map { $0 ?? .nan })
    }
  }

  /// One value an epoch, in order.
  func values(of metric: String, file: String) throws(FormatError) -> [Double] {
    switch self {
    case .list(let values): return values
    case .table(let table):
      var rows: [(epoch: Int, value: Double)] = []
      for (key, value) in table.sorted(by: { $0.key < $1.key }) {
        guard let epoch = Int(key), String(epoch) == key else {
          throw FormatError(
            .read, format: "JSON", file: file, at: .field(metric), problem: "'\(key)' is not the number of an epoch",
            advice: KerasHistory.advice)
        }
        rows.append((epoch, value))
      }
      rows.sort { $0.epoch < $1.epoch }
      for (row, next) in zip(rows, rows.dropFirst()) where row.epoch + 1 != next.epoch {
        throw FormatError(
          .read, format: "JSON", file: file, at: .field(metric), problem: "epoch \(row.epoch + 1) is missing",
          advice: KerasHistory.advice)
      }
      return rows.map(\.value)
    }
  }
}
