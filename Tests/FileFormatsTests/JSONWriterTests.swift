import FoundationEssentials
import Randomness
import Testing

@testable import FileFormats

/// Held against Foundation's encoder, byte for byte.
@Suite struct JSONWriterTests {
  private func expectAsFoundation(_ value: some Encodable, _ comment: String = "") throws {
    for layout in [JSON.Layout.compact, .lines] {
      let peer = JSONEncoder()
      peer.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if layout == .lines { peer.outputFormatting.insert(.prettyPrinted) }
      peer.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
      let expected = String(decoding: try peer.encode(value), as: UTF8.self) + (layout == .lines ? "\n" : "")
      let written = String(decoding: try JSON.write(value, layout, file: "a.json"), as: UTF8.self)
      #expect(written == expected, "\(comment)")
    }
  }

  @Test func numbersOfAllMagnitudesAreWritten() throws {
    var random = SeededRandom(seed: 1)
    var numbers: [Double] = [
      0, -0.0, 1, -1, 0.1, 1e15, 1e16, 9_007_199_254_740_991, 9_007_199_254_740_992, -9_007_199_254_740_991, 1.5e16,
      .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -9.223372036854775808e18, 1e19,
    ]
    for _ in 0..<2_000 { numbers.append(Double(bitPattern: random.next())) }
    for power in 0..<54 { numbers.append(Double(random.next() >> UInt64(10 + power))) }
    // Longer lists have lines of their own.
    for start in stride(from: 0, to: numbers.count, by: 1000) {
      try expectAsFoundation(Array(numbers[start...].prefix(1000)))
    }
    try expectAsFoundation(numbers.map { Float($0) })
    try expectAsFoundation([Double]())
    try expectAsFoundation([Int.min, -1, 0, 9, 10, .max])
    try expectAsFoundation([[1, 2], [], [3]])
    try expectAsFoundation(["a": [[], [1.5], [2, .nan]], "b": []] as [String: [[Double]]])
  }

  @Test func listsOfMoreThanAThousandNumbersStandOnOneLine() throws {
    func lines(_ count: Int) throws -> [Substring] {
      let value = ["a": (1...count).map(Double.init), "b": [0.5]]
      return String(decoding: try JSON.write(value, .lines, file: "a.json"), as: UTF8.self).split(separator: "\n")
    }
    // Braces, the brackets of both lists, and their numbers.
    #expect(try lines(1000).count == 2 + 4 + 1001)
    let long = try lines(1001)
    #expect(long.count == 6)
    #expect(long[1] == "  \"a\" : [\((1...1001).map(String.init).joined(separator: ","))],")
  }

  @Test func textsAndNamesAreWritten() throws {
    let letters = (0..<0x180).compactMap { Unicode.Scalar(UInt32($0)).map(String.init) }
    try expectAsFoundation(letters + ["", "\u{2028}\u{ffff}\u{10000}😀", "a/b\\\"", "e\u{301}"])
    try expectAsFoundation(
      Dictionary(uniqueKeysWithValues: (letters + ["", "a10", "a9", "😀"]).enumerated().map { ($1, $0) }))
  }

  private struct Record: Encodable {
    var bytes = Data([1, 2, 255])
    var nothing: Int?
    var flags = [true, false]
    var whole = [Int.min, .max]
    var unsigned = UInt64.max
    var lists: [[Int]] = [[], [1, 2]]
    var object: [String: Int] = [:]
    var optional: [Double?] = [nil, 1]

    enum CodingKeys: CodingKey { case bytes, nothing, flags, whole, unsigned, lists, object, optional, nested, list }
    enum NestedKeys: CodingKey { case a, b }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(bytes, forKey: .bytes)
      try container.encodeNil(forKey: .nothing)
      try container.encode(flags, forKey: .flags)
      var list = container.nestedUnkeyedContainer(forKey: .list)
      try list.encode("x")
      try list.encodeNil()
      var inner = list.nestedContainer(keyedBy: NestedKeys.self)
      try inner.encode(1, forKey: .b)
      var numbers = list.nestedUnkeyedContainer()
      try numbers.encode(0.5 as Float)
      try [1, 2].encode(to: list.superEncoder())
      var nested = container.nestedContainer(keyedBy: NestedKeys.self, forKey: .nested)
      try nested.encode(2, forKey: .b)
      try nested.encode(lists, forKey: .a)
      try ["c": 1].encode(to: nested.superEncoder())
      // What is asked for twice is the same object.
      var again = encoder.container(keyedBy: CodingKeys.self)
      try again.encode(whole, forKey: .whole)
      try again.encode(unsigned, forKey: .unsigned)
      try object.encode(to: again.superEncoder(forKey: .object))
      try again.encode(optional, forKey: .optional)
    }
  }

  @Test func containersInContainersAreWritten() throws {
    try expectAsFoundation(Record())
    try expectAsFoundation([Record(), Record()])
    try expectAsFoundation(["a": Record()])
  }

  @Test func longDocumentsComeInPieces() throws {
    let texts = (0..<20_000).map { "text \($0)" }
    var pieces: [[UInt8]] = []
    try JSON.write(["a": texts], .lines, file: "a.json") { pieces.append(Array($0)) }
    #expect(pieces.count > 3 && pieces.allSatisfy { $0.count < 1 << 17 })
    #expect(Array(pieces.joined()) == (try JSON.write(["a": texts], .lines, file: "a.json")))
    try expectAsFoundation(["a": texts])
  }
}
