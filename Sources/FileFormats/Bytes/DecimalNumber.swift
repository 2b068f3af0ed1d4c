extension UnsafeRawBufferPointer {
  /// The number that these bytes write as Python and JSON do: `-1.5e-3`, `.5`, `nan`, `inf`, `Infinity`; nil if they are anything
  /// else. It is the double nearest to what is written.
  package var decimalNumber: Double? {
    guard let (value, end) = decimalNumber(from: 0) else { return wordNumber }
    return end == count ? value : nil
  }

  /// The number that begins at a place in decimal digits, and the place behind it; nil if none does.
  func decimalNumber(from start: Int) -> (value: Double, end: Int)? {
    let count = count
    var place = start
    var isNegative = false
    if place < count, self[place] == UInt8(ascii: "-") || self[place] == UInt8(ascii: "+") {
      isNegative = self[place] == UInt8(ascii: "-")
      place += 1
    }
    var significand = Significand()
    var exponent = 0
    let whole = place
    place = significand.takeDigits(of: self, from: whole)
    var hasDigits = place > whole
    if place < count, self[place] == UInt8(ascii: ".") {
      let fraction = place + 1
      place = significand.takeDigits(of: self, from: fraction)
      exponent = fraction - place
      hasDigits = hasDigits || place > fraction
    }
    guard hasDigits else { return nil }
    if place < count, self[place] | 0x20 == UInt8(ascii: "e"), let (power, end) = exponentDigits(from: place + 1) {
      exponent += power
      place = end
    }
    if let value = significand.nearestDouble(timesTenTo: exponent) { return (isNegative ? -value : value, place) }
    return Double(String(decoding: self[start..<place], as: UTF8.self)).map { ($0, place) }
  }

  /// The power of ten that begins at a place, and the place behind it; nil if none does.
  func exponentDigits(from start: Int) -> (power: Int, end: Int)? {
    var place = start
    var isNegative = false
    if place < count, self[place] == UInt8(ascii: "-") || self[place] == UInt8(ascii: "+") {
      isNegative = self[place] == UInt8(ascii: "-")
      place += 1
    }
    let first = place
    var power = 0
    while place < count, self[place] &- UInt8(ascii: "0") <= 9 {
      if power < 100_000 { power = power * 10 + Int(self[place] - UInt8(ascii: "0")) }
      place += 1
    }
    return place == first ? nil : (isNegative ? -power : power, place)
  }

  /// The number that these bytes write as a word.
  private var wordNumber: Double? {
    guard let first else { return nil }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let letters = self[(isSigned ? 1 : 0)...]
    func isWord(_ word: StaticString) -> Bool {
      letters.count == word.utf8CodeUnitCount && zip(letters, 0...).allSatisfy { $0 | 0x20 == word.utf8Start[$1] }
    }
    if isWord("nan") { return .nan }
    guard isWord("inf") || isWord("infinity") else { return nil }
    return first == UInt8(ascii: "-") ? -.infinity : .infinity
  }
}
