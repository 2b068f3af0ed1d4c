import Dispatch
import Glibc
import Synchronization

/// Long lists of numbers, which are kept as doubles without a value each.
extension JSONParser {
  /// Lists of fewer numbers are kept as values.
  static let fewestPacked = 256

  /// The numbers of a list from a comma on, after those that it begins with, and whether it holds no other values. If it does, the
  /// first of them is next.
  mutating func packedNumbers(
    after first: [Double]
  ) throws(Failure) -> (numbers: [Double], isWhole: Bool) {
    if let rest = packedHalves() { return (first + rest, true) }
    var numbers = first
    guard try takePacked(into: &numbers, until: bytes.count) else { return (numbers, false) }
    guard take(UInt8(ascii: "]")) else { throw unexpected }
    return (numbers, true)
  }

  /// Adds the numbers from the comma that is next to one that is not before `end`. False if something else is there, which then is
  /// next.
  private mutating func takePacked(into numbers: inout [Double], until end: Int) throws(Failure) -> Bool {
    while next() == UInt8(ascii: ","), place < end {
      place += 1
      let start = place
      guard let number = try packedNumber() else {
        place = start
        return false
      }
      numbers.append(number)
    }
    return true
  }

  /// The numbers from a comma to the end of their list, read on two threads; nil if they take few bytes, or other values are among
  /// them.
  private mutating func packedHalves() -> [Double]? {
    guard let base = bytes.baseAddress,
      let bracket = memchr(base + place, Int32(UInt8(ascii: "]")), bytes.count - place)
    else { return nil }
    let end = UnsafeRawPointer(bracket) - UnsafeRawPointer(base)
    guard end - place >= Self.leastHalved,
      let middle = bytes[(place + (end - place) / 2)..<end].firstIndex(of: UInt8(ascii: ","))
    else { return nil }
    let stretches = [place..<middle, middle..<end]
    let halves = Mutex<[[Double]?]>([nil, nil])
    DispatchQueue.concurrentPerform(iterations: 2) { [document] half in
      let numbers = document.withUnsafeBufferPointer { bytes -> [Double]? in
        var parser = JSONParser(document, bytes, lists: .packed)
        parser.place = stretches[half].lowerBound
        var numbers: [Double] = []
        let areAll = try? parser.takePacked(into: &numbers, until: stretches[half].upperBound)
        return areAll == true && parser.place == stretches[half].upperBound ? numbers : nil
      }
      halves.withLock { $0[half] = numbers }
    }
    let numbers = halves.withLock { $0.compactMap { $0 } }
    guard numbers.count == 2 else { return nil }
    place = end + 1
    return numbers[0] + numbers[1]
  }

  /// Numbers that take fewer bytes are read sooner than another thread begins.
  private static let leastHalved = 1 << 18

  /// The value that is next as a double that says as much; nil if none does.
  private mutating func packedNumber() throws(Failure) -> Double? {
    if let digit = next(), digit &- UInt8(ascii: "0") <= 9 {
      let digits = try digits()
      if !digits.isWhole || digits.significand.isExact,
        let number = digits.significand.nearestDouble(timesTenTo: digits.exponent)
      {
        place = digits.end
        return number
      }
    }
    return try value().packed
  }
}

extension JSONValue {
  /// The double that says as much as the value; nil if none does.
  fileprivate var packed: Double? {
    switch self {
    case .integer(let value): Double(exactly: value)
    case .unsigned(let value): Double(exactly: value)
    case .number, .string: double
    default: nil
    }
  }
}

extension [JSONValue] {
  /// Doubles that say as much as the values; nil if these are not all numbers, or all are texts that could be.
  var packed: [Double]? {
    let numbers = compactMap(\.packed)
    let areTexts = allSatisfy { if case .string = $0 { true } else { false } }
    return numbers.count == count && !areTexts ? numbers : nil
  }
}
