/// Lays out nodes as bytes, byte for byte as Foundation's encoder does but for long lists of numbers, and gives them away in
/// pieces.
struct JSONWriter {
  private var layout: JSON.Layout
  /// What is to be given away.
  private var bytes: [UInt8] = []
  private var depth = 0

  private init(_ layout: JSON.Layout) { self.layout = layout }

  /// Writes a whole document. Members are sorted by name.
  static func write(
    _ node: JSONNode, _ layout: JSON.Layout, to take: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    var writer = JSONWriter(layout)
    try writer.write(node, to: take)
    if layout == .lines { writer.bytes.append(UInt8(ascii: "\n")) }
    try writer.bytes.withUnsafeBytes(take)
  }

  private mutating func write(_ node: JSONNode, to take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    switch node.content {
    case .word(let word): bytes.append(contentsOf: word.utf8)
    case .text(let text): write(text)
    case .numbers(let numbers): try writeEach(of: numbers, in: ("[", "]"), to: take) { $0.write($1) }
    case .integers(let numbers): try writeEach(of: numbers, in: ("[", "]"), to: take) { $0.write($1) }
    case .list(let elements): try writeEach(of: elements, in: ("[", "]"), to: take) { try $0.write($1, to: take) }
    case .object(let members):
      try writeEach(of: members.sorted { $0.key < $1.key }, in: ("{", "}"), to: take) { writer, member in
        writer.write(member.key)
        writer.bytes.append(contentsOf: (writer.layout == .lines ? " : " : ":").utf8)
        try writer.write(member.value, to: take)
      }
    }
  }

  /// Writes the values of a list or an object with commas between them.
  private mutating func writeEach<Value>(
    of values: [Value], in brackets: (open: Unicode.Scalar, close: Unicode.Scalar),
    to take: (UnsafeRawBufferPointer) throws -> Void, _ write: (inout JSONWriter, Value) throws -> Void
  ) rethrows {
    let layout = layout
    if values.count > Self.mostLines, Value.self == Double.self || Value.self == Int.self { self.layout = .compact }
    defer { self.layout = layout }
    let separator = open(brackets.open, values.count)
    for (index, value) in values.enumerated() {
      bytes.append(contentsOf: index == 0 ? separator.dropFirst() : separator[...])
      try write(&self, value)
      try giveAway(to: take)
    }
    close(brackets.close)
  }

  /// Lists of more numbers stand on one line: nobody reads so many, and their indentation is more than half of the file.
  private static let mostLines = 1000

  /// Begins a list or an object of so many values, and returns what stands between two of them: a comma, and where each has a
  /// line of its own, that line's beginning.
  private mutating func open(_ bracket: Unicode.Scalar, _ count: Int) -> [UInt8] {
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    if layout == .lines && count == 0 { bytes.append(UInt8(ascii: "\n")) }
    return [UInt8(ascii: ",")] + lineStart
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    bytes.append(contentsOf: lineStart)
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func giveAway(to take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    if bytes.count < 1 << 16 { return }
    try bytes.withUnsafeBytes(take)
    bytes.removeAll(keepingCapacity: true)
  }

  /// What stands before a value on a line of its own.
  private var lineStart: [UInt8] {
    layout == .lines
      ? [UInt8(ascii: "\n")] + [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth) : []
  }

  /// Writes the shortest digits that are read as this number.
  private mutating func write(_ number: Double) {
    // Many are positions, which are whole. -0 is none of them.
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53,
      whole != 0 || number.sign == .plus
    {
      write(whole)
    } else if number.isFinite {
      var text = number.description
      text.withUTF8 {
        bytes.append(contentsOf: $0.suffix(2).elementsEqual(".0".utf8) ? $0.dropLast(2) : $0[...])
      }
    } else {
      write(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
    }
  }

  private mutating func write(_ whole: Int) {
    if whole < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = whole.magnitude
    // 20 digits hold 2^64.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var first = 20
      repeat {
        first -= 1
        digits.initializeElement(
          at: first, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: digits[first...])
    }
  }

  /// Writes a text in quotes.
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0a: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0c: bytes.append(contentsOf: #"\f"#.utf8)
      case 0x0d: bytes.append(contentsOf: #"\r"#.utf8)
      case ..<0x20:
        bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
        bytes.append(contentsOf: String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
