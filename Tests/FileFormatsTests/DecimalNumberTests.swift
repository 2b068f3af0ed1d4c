import Glibc
import Randomness
import Testing

@testable import FileFormats

@Suite struct DecimalNumberTests {
  private func number(_ text: String) -> Double? { Array(text.utf8).withUnsafeBytes { $0.decimalNumber } }

  @Test(arguments: [
    "0", "1", "-1", "+2", "0.5", ".5", "5.", "-0.0", "1e3", "1E-3", "1.5e+2", "123456789.123456789", "9007199254740993",
    "0.1", "0.30000000000000004", "1e22", "1e23", "4.9406564584124654e-324", "1.7976931348623157e308", "1e400",
    "1e-400",
    "12345678901234567890123", "18446744073709551616", "184467440737095516160", "0.18446744073709551616",
    "0.00000000000000000000000001234567890123456789", "1e99999999999", "00012.50",
  ])
  func numbersAreTheNearestDoubles(text: String) {
    // The standard library's own.
    let expected = Double(text.hasPrefix(".") ? "0" + text : text.hasSuffix(".") ? text + "0" : text)
    #expect(number(text) == (expected ?? (text.contains("-4") ? 0 : .infinity)))
  }

  /// Texts of up to 21 digits, with a point and a power of ten anywhere, beside glibc's `strtod`.
  @Test func randomTextsAreTheNearestDoubles() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<20_000 {
      var text = (0..<Int.random(in: 1...21, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }
      text.insert(".", at: Int.random(in: 0...text.count, using: &random))
      if Bool.random(using: &random) { text.append("e\(Int.random(in: -30...30, using: &random))") }
      let written = (Bool.random(using: &random) ? "-" : "") + text.joined()
      #expect(number(written) == strtod(written, nil), "\(written)")
    }
  }

  /// Numbers half way between two doubles go to the even one, and to the nearest if anything follows.
  @Test(arguments: [
    ("9007199254740993", 9007199254740992), ("9007199254740993.0", 9007199254740992),
    ("9007199254740993.001", 9007199254740994), ("9007199254740995.000", 9007199254740996),
    ("4503599627370496.5", 4503599627370496), ("4503599627370497.500", 4503599627370498),
    ("4503599627370496.501", 4503599627370497),
  ])
  func halvesAreRoundedToEven(text: String, expected: Double) {
    #expect(number(text) == expected)
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "1 ", " 1", "1_000", "nano", "infinit", "--1",
  ])
  func whatIsNoNumberIsNone(text: String) {
    #expect(number(text) == nil)
  }

  @Test func wordsOfPythonAreNumbers() {
    #expect(number("nan")?.isNaN == true && number("NaN")?.isNaN == true && number("-nan")?.isNaN == true)
    #expect(number("inf") == .infinity && number("-Infinity") == -.infinity && number("INF") == .infinity)
  }
}
