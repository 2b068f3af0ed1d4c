/// The digits of a number, the point left out.
struct Significand {
  /// What they write, if they are at most 19, which fit.
  private var value: UInt64 = 0
  /// The number of digits from the first that is not 0.
  private var count = 0

  /// The whole number that the digits write; nil if they are more than 19.
  var whole: UInt64? { count <= 19 ? value : nil }

  /// Whether a double holds the digits as a whole number.
  var isExact: Bool { count <= 19 && value <= 1 << 53 }

  /// Takes all digits that follow a place, and returns the place behind them.
  mutating func takeDigits(of bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let count = bytes.count
    var place = start
    // Most numbers have one digit before the point.
    guard place < count, takeDigit(bytes[place]) else { return place }
    place &+= 1
    guard place < count, takeDigit(bytes[place]) else { return place }
    place &+= 1
    while place &+ 8 <= count {
      let taken = takeDigits(of: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= taken
      if taken < 8 { return place }
    }
    while place < count, takeDigit(bytes[place]) { place &+= 1 }
    return place
  }

  /// Takes a byte if it is a digit.
  private mutating func takeDigit(_ byte: UInt8) -> Bool {
    let digit = byte &- UInt8(ascii: "0")
    if digit > 9 { return false }
    value = value &* 10 &+ UInt64(digit)
    if count > 0 || digit > 0 { count &+= 1 }
    return true
  }

  /// Takes the digits with which eight bytes begin, the first of them lowest, and returns their number.
  private mutating func takeDigits(of bytes: UInt64) -> Int {
    let digits = bytes ^ 0x3030_3030_3030_3030
    // A byte above 9 has a high half, or gets one by adding 6.
    let others = (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0
    let taken = others.trailingZeroBitCount / 8
    if taken == 0 { return 0 }
    // Zeros go before them in place of what follows; then neighbours are joined to two, four and eight digits.
    let ones = digits &<< UInt64(64 - 8 * taken)
    let twos = (ones &* 10 &+ ones >> 8) & 0x00ff_00ff_00ff_00ff
    let fours = (twos &* 100 &+ twos >> 16) & 0x0000_ffff_0000_ffff
    let eight = (fours &* 10_000 &+ fours >> 32) & 0xffff_ffff
    count &+= count == 0 ? 8 - ones.trailingZeroBitCount / 8 : taken
    value = value &* (taken == 8 ? 100_000_000 : Self.tens[taken]) &+ eight
    return taken
  }

  /// The double nearest to the number times a power of ten; nil if it takes more than 64 bits to tell.
  func nearestDouble(timesTenTo exponent: Int) -> Double? {
    guard count <= 19 else { return nil }
    // Both factors are exact, and so their product or quotient is the nearest double (Clinger 1990).
    if value <= 1 << 53, abs(exponent) < Self.exactTens.count {
      let power = Self.exactTens[abs(exponent)]
      return exponent < 0 ? Double(value) / power : Double(value) * power
    }
    guard value > 0, Self.fives.indices.contains(-exponent) else { return nil }
    // 10^n is 5^n 2^n, and by a power of two doubles are divided exactly. Both numbers are shifted to 64 bits.
    let power = Self.fives[-exponent]
    let dividend = value << value.leadingZeroBitCount
    let divisor = power << power.leadingZeroBitCount
    let (quotient, remainder) = divisor.dividingFullWidth((dividend >> 1, dividend << 63))
    // A double keeps 53 of the quotient's 63 or 64 bits. To round right, the last one says whether anything would follow.
    let scale = power.leadingZeroBitCount - value.leadingZeroBitCount + exponent - 63
    return Double(quotient | (remainder == 0 ? 0 : 1)) * Double(sign: .plus, exponent: scale, significand: 1)
  }

  /// 10^0 to 10^8.
  private static let tens: [UInt64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]

  /// 10^0 to 10^22, the powers of ten that doubles hold exactly.
  private static let exactTens: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// 5^0 to 5^27, the powers of five that fit.
  private static let fives: [UInt64] = (0...27).map { (0..<$0).reduce(1) { power, _ in power * 5 } }
}
