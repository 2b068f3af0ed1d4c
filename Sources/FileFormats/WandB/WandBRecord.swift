/// A message `Record` of wandb_internal.proto, as far as the history needs it.
enum WandBRecord {
  /// The bytes are no record.
  struct Damage: Error {}

  /// The row that a record logs; nil if it is a record of another kind.
  ///
  /// Record: history 2. HistoryRecord: item 1, repeated.
  ///
  /// - Throws: ``Damage``.
  static func row(in record: UnsafeRawBufferPointer) throws -> WandBFile.Row? {
    var items: [Item] = []
    var hasHistory = false
    var fields = ProtobufFields(record)
    while let (number, value) = fields.next() {
      guard number == 2, case .bytes(let history) = value else { continue }
      hasHistory = true
      var entries = ProtobufFields(history)
      while let (number, value) = entries.next() {
        if number == 1, case .bytes(let item) = value { items.append(try Item(item)) }
      }
      if !entries.isValid { throw Damage() }
    }
    if !fields.isValid { throw Damage() }
    return hasHistory ? row(of: items) : nil
  }

  private static func row(of items: [Item]) -> WandBFile.Row {
    // An image or a histogram is a dictionary that says so; its numbers are its size, and no scalars.
    let media = Set(items.filter { $0.keys.last == "_type" }.map { $0.keys.dropLast() })
    var row = WandBFile.Row()
    row.others = media.map { $0.joined(separator: ".") }.sorted()
    for item in items where !media.contains(item.keys.dropLast()) {
      let key = item.keys.joined(separator: ".")
      switch item.value {
      case .scalar(let value): row.scalars.append(WandBFile.Scalar(key: key, value: value))
      case .missing: break
      case .other: row.others.append(key)
      }
    }
    return row
  }
}

/// HistoryItem: key 1, nested_key 2, repeated, value_json 16.
private struct Item {
  enum Value {
    case scalar(Double)
    case missing, other
  }

  /// The key, and those of the dictionaries that it is in, the outermost first.
  var keys: [String] = []
  var value = Value.missing

  /// - Throws: if the bytes are no message.
  init(_ bytes: UnsafeRawBufferPointer) throws {
    var fields = ProtobufFields(bytes)
    while let (number, value) = fields.next() {
      switch (number, value) {
      case (1, .bytes(let key)): if !key.isEmpty { keys = [String(decoding: key, as: UTF8.self)] }
      case (2, .bytes(let key)): keys.append(String(decoding: key, as: UTF8.self))
      case (16, .bytes(let json)): self.value = Self.value(String(decoding: json, as: UTF8.self))
      default: break
      }
    }
    if !fields.isValid { throw WandBRecord.Damage() }
  }

  /// JSON as Python writes it. Older versions of wandb put NaN and infinity into quotes.
  private static func value(_ json: String) -> Value {
    switch json {
    case "NaN", "\"NaN\"": .scalar(.nan)
    case "Infinity", "\"Infinity\"": .scalar(.infinity)
    case "-Infinity", "\"-Infinity\"": .scalar(-.infinity)
    case "null": .missing
    default:
      // Double takes words and hexadecimal digits as well.
      json.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) } ? Double(json).map(Value.scalar) ?? .other : .other
    }
  }
}
