extension UnsafeRawBufferPointer {
  /// The number that these bytes write as Python and JSON do: `-1.5e-3`, `.5`, `nan`, `inf`, `Infinity`; nil if they are anything
  /// else. It is the double nearest to what is written.
  package var decimalNumber: Double? {
    var place = 0
    var isNegative = false
    if let sign = first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      place = 1
    }
    var digits: UInt64 = 0
    var count = 0
    var exponent = 0
    func takeDigits(isFraction: Bool) -> Bool {
      let start = place
      while place < self.count {
        let digit = self[place] &- UInt8(ascii: "0")
        if digit > 9 { break }
        // 19 digits fit; more are for the slow way.
        if count < 19 { digits = digits &* 10 &+ UInt64(digit) }
        if digits != 0 { count += 1 }
        if isFraction { exponent -= 1 }
        place += 1
      }
      return place > start
    }
    var hasDigits = takeDigits(isFraction: false)
    if place < self.count, self[place] == UInt8(ascii: ".") {
      place += 1
      hasDigits = takeDigits(isFraction: true) || hasDigits
    }
    guard hasDigits else { return Self.word(UnsafeRawBufferPointer(rebasing: self[place...]), isNegative) }
    if place < self.count, self[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      var isLess = false
      if place < self.count, self[place] == UInt8(ascii: "-") || self[place] == UInt8(ascii: "+") {
        isLess = self[place] == UInt8(ascii: "-")
        place += 1
      }
      let start = place
      var power = 0
      while place < self.count, self[place] &- UInt8(ascii: "0") <= 9 {
        if power < 100_000 { power = power * 10 + Int(self[place] - UInt8(ascii: "0")) }
        place += 1
      }
      if place == start { return nil }
      exponent += isLess ? -power : power
    }
    guard place == self.count else { return nil }
    // Both factors are exact, and so their product or quotient is the nearest double (Clinger 1990).
    if count <= 19, digits <= 1 << 53, abs(exponent) < Self.powers.count {
      let power = Self.powers[abs(exponent)]
      let value = exponent < 0 ? Double(digits) / power : Double(digits) * power
      return isNegative ? -value : value
    }
    return Double(String(decoding: self, as: UTF8.self))
  }

  /// 10^0 to 10^22, the powers of ten that doubles hold exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21,
    1e22,
  ]

  private static func word(_ bytes: UnsafeRawBufferPointer, _ isNegative: Bool) -> Double? {
    guard bytes.count == 3 || bytes.count == 8 else { return nil }
    switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case "nan": return .nan
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    default: return nil
    }
  }
}
