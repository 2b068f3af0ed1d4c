/// What the header of a .npy file says: a Python dictionary such as
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
struct NPYHeader: Equatable {
  /// The element type: byte order, kind and bytes an element, such as `<f4`.
  var descr: String
  /// Whether the first dimension is the fastest.
  var fortranOrder: Bool
  /// The size along each dimension.
  var shape: [Int]

  init(descr: String, fortranOrder: Bool, shape: [Int]) {
    self.descr = descr
    self.fortranOrder = fortranOrder
    self.shape = shape
  }

  /// Reads the dictionary; what is wrong is thrown as a clause.
  init(parsing text: some Sequence<UInt8>) throws(Unreadable) {
    var parser = Parser(text: Array(text))
    var descr: String?
    var fortranOrder: Bool?
    var shape: [Int]?
    try parser.expect("{")
    while !parser.skip("}") {
      let key = try parser.string()
      try parser.expect(":")
      switch key {
      case "descr" where parser.isAtString: descr = try parser.string()
      case "descr": throw Unreadable(problem: "its elements are records of several fields")
      case "fortran_order": fortranOrder = try parser.boolean()
      case "shape": shape = try parser.tuple()
      default: throw Unreadable(problem: "its header has an unknown key '\(key)'")
      }
      if !parser.skip(",") {
        try parser.expect("}")
        break
      }
    }
    if !parser.isAtEnd { throw Unreadable(problem: "something follows the dictionary in its header") }
    guard let descr, let fortranOrder, let shape else {
      throw Unreadable(problem: "its header lacks descr, fortran_order or shape")
    }
    self.init(descr: descr, fortranOrder: fortranOrder, shape: shape)
  }

  /// What is wrong with a header.
  struct Unreadable: Error {
    var problem: String
  }

  /// The dictionary as NumPy writes it, room for a growing first dimension included.
  var text: String {
    let shapeText = shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
    let dictionary =
      "{'descr': '\(descr)', 'fortran_order': \(fortranOrder ? "True" : "False"), 'shape': \(shapeText), }"
    // numpy/lib/_format_impl.py: GROWTH_AXIS_MAX_DIGITS is 21.
    let growing = fortranOrder ? shape.last : shape.first
    return dictionary + String(repeating: " ", count: growing.map { max(0, 21 - String($0).count) } ?? 0)
  }
}

/// Reads the few kinds of Python literal that a header is made of.
private struct Parser {
  let text: [UInt8]
  var position = 0

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position == text.count
    }
  }

  var isAtString: Bool {
    mutating get {
      skipSpace()
      return position < text.count && (text[position] == UInt8(ascii: "'") || text[position] == UInt8(ascii: "\""))
    }
  }

  private mutating func skipSpace() {
    while position < text.count, text[position] == 0x20 || (0x09...0x0d).contains(text[position]) { position += 1 }
  }

  mutating func skip(_ word: String) -> Bool {
    skipSpace()
    guard text[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  mutating func expect(_ word: String) throws(NPYHeader.Unreadable) {
    if !skip(word) {
      throw NPYHeader.Unreadable(problem: "its header lacks '\(word)' after \(position) characters")
    }
  }

  mutating func string() throws(NPYHeader.Unreadable) -> String {
    guard isAtString, let end = text[(position + 1)...].firstIndex(of: text[position]) else {
      throw NPYHeader.Unreadable(problem: "its header lacks a string after \(position) characters")
    }
    defer { position = end + 1 }
    return String(decoding: text[position + 1..<end], as: UTF8.self)
  }

  mutating func boolean() throws(NPYHeader.Unreadable) -> Bool {
    if skip("True") { return true }
    try expect("False")
    return false
  }

  mutating func tuple() throws(NPYHeader.Unreadable) -> [Int] {
    var numbers: [Int] = []
    try expect("(")
    while !skip(")") {
      skipSpace()
      let digits = text[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
        throw NPYHeader.Unreadable(problem: "its shape has no valid number after \(position) characters")
      }
      position += digits.count
      numbers.append(number)
      _ = skip("L")  // as Python 2 wrote long integers
      if !skip(",") {
        try expect(")")
        break
      }
    }
    return numbers
  }
}
