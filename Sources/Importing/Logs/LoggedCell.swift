import FileFormats

/// What a cell or a text of a log says.
enum LoggedCell: Equatable {
  /// A number; with a percent sign behind it if so said.
  case number(Double, isPercent: Bool)
  /// Nothing was logged.
  case missing
  /// Anything else.
  case text

  /// Takes numbers as people's programs write them: with decimal commas, percent signs, or as PyTorch and NumPy print them, such
  /// as `tensor(0.5, device='cuda:0')`.
  init(_ column: Int, of table: borrowing CSVStream) {
    if let number = table.number(column) {
      self = .number(number, isPercent: false)
    } else {
      self = Self.cell(table[column])
    }
  }

  /// Takes a text.
  init(_ text: String) {
    var text = text
    self = text.withUTF8 {
      let bytes = UnsafeRawBufferPointer($0)
      return bytes.decimalNumber.map { .number($0, isPercent: false) } ?? Self.cell(bytes)
    }
  }

  /// Takes what is no plain number.
  private static func cell(_ bytes: UnsafeRawBufferPointer) -> LoggedCell {
    if bytes.isEmpty { return .missing }
    if bytes.count > 100 { return .text }
    let text = String(decoding: bytes, as: UTF8.self)
    if ["na", "n/a", "none", "null", "-", "--", "no log"].contains(text.lowercased()) { return .missing }
    var rest = text[...]
    if rest.hasSuffix(")"), let start = rest.firstIndex(of: "("),
      ["tensor", "np.float32", "np.float64", "array"].contains(String(rest[..<start]))
    {
      rest = rest[rest.index(after: start)...].prefix { $0 != "," && $0 != ")" }
    }
    let isPercent = rest.hasSuffix("%")
    if isPercent { rest = rest.dropLast() }
    rest = rest.drop { $0 == " " }
    while rest.last == " " { rest = rest.dropLast() }
    // No number has two commas, or a comma and a point, but thousands may.
    var number = String(rest)
    if rest.count(where: { $0 == "," }) == 1, !rest.contains(".") { number.replace(",", with: ".") }
    // Julia writes 5.0f-1.
    if let last = number.lastIndex(of: "f"), number.first.map({ "+-.0123456789".contains($0) }) ?? false {
      number.replaceSubrange(last...last, with: "e")
    }
    let value = number.withUTF8 { UnsafeRawBufferPointer($0).decimalNumber }
    return value.map { .number($0, isPercent: isPercent) } ?? .text
  }
}
