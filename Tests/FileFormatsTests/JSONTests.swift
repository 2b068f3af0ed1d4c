import TestSupport
import Testing

@testable import FileFormats

@Suite struct JSONTests {
  private func read(_ text: String) throws(FormatError) -> JSONDocument {
    try JSON.read(Array(text.utf8), file: "a.json", advice: "Mend it")
  }

  private func error(_ body: () throws(FormatError) -> some Any) -> FormatError? {
    do throws(FormatError) {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func everyKindOfValueIsRead() throws {
    let text = #" {"a": [null, true, false, -7, 0.5, 1e3, "b"], "c": {}, "d": [], "e": 18446744073709551615} "#
    #expect(
      try read(text).value
        == .object([
          "a": .array([
            .null, .bool(true), .bool(false), .integer(-7), .number(0.5), .number(1000), .string("b"),
          ]), "c": .object([:]), "d": .array([]), "e": .unsigned(.max),
        ]))
  }

  /// What Python's json.dumps writes for these texts, and its characters as they stand.
  @Test func textsAreUnescaped() throws {
    let text = #"["\"\\\/\b\f\n\r\t", "\u00e9\u4e2d", "\ud83d\ude00", "é中😀", "\u0000"]"#
    #expect(
      try read(text).decode([String].self) == ["\"\\/\u{8}\u{c}\n\r\t", "é中", "😀", "é中😀", "\0"])
  }

  @Test func numbersThatJSONLacksAreReadWithAndWithoutQuotes() throws {
    let numbers = try read(#"[NaN, Infinity, -Infinity, "NaN", "Infinity", "-Infinity", -0]"#).decode([Double].self)
    #expect(numbers[0].isNaN && numbers[3].isNaN)
    #expect(numbers[1] == Double.infinity && numbers[4] == Double.infinity)
    #expect(numbers[2] == -Double.infinity && numbers[5] == -Double.infinity)
    #expect(numbers[6] == 0 && numbers[6].sign == .minus)
  }

  /// The highest and the lowest number of each type, and those beyond.
  /// Long lists of numbers that are kept as such, and lists that only begin like one.
  @Test func packedListsAreReadAsOthersAre() throws {
    let numbers = (1...300).map { String($0) }
    let fractions =
      (1...300).map { "\(Double($0) / 7)" } + ["-1e-7", "12345678901234567890123e-9", "NaN", "\"-Infinity\""]
    let lists = [
      numbers, fractions, numbers + ["null"], numbers + ["true", "1"], numbers + ["\"a\""], numbers + ["[1]"],
      numbers + ["9007199254740993"], numbers + ["-9007199254740993", "18446744073709551615"],
      Array(repeating: "\"NaN\"", count: 300), Array(repeating: "\"NaN\"", count: 300) + ["1"],
    ]
    for list in lists {
      let text = "{\"a\": [\(list.joined(separator: " ,\n"))]}"
      let packed = try JSON.read(Array(text.utf8), file: "a.json", advice: "", lists: .packed)
      let document = try read(text)
      func same<Value: Decodable & Equatable>(_: Value.Type) -> Bool {
        (try? packed.decode([String: Value].self)) == (try? document.decode([String: Value].self))
      }
      #expect(same([Int].self) && same([UInt64].self) && same([String].self), "\(list.suffix(2))")
      let (one, other) = (try? packed.decode([String: [Double]].self), try? document.decode([String: [Double]].self))
      #expect(one?["a"]?.map(\.bitPattern) == other?["a"]?.map(\.bitPattern), "\(list.suffix(2))")
    }
    let long = try JSON.read(
      Array("[\(numbers.joined(separator: ","))]".utf8), file: "a.json", advice: "", lists: .packed)
    #expect(long.value == .numbers((1...300).map(Double.init)))
  }

  /// Lists of so many bytes are read on two threads.
  @Test(arguments: [0, 60_000]) func veryLongListsAreReadAsOthersAre(text: Int) throws {
    var values = (0..<80_000).map { $0 % 7 == 3 ? "\"NaN\"" : "-\($0)e-3" }
    func read(_ values: [String]) throws -> [Double]? {
      let list = "[[\(values.joined(separator: ", ")) ], []]"
      return try JSON.read(Array(list.utf8), file: "a.json", advice: "", lists: .packed).decode([[Double]].self).first
    }
    let expected = (0..<80_000).map { $0 % 7 == 3 ? Double.nan : -Double($0) / 1000 }
    #expect(try read(values)?.map(\.bitPattern) == expected.map(\.bitPattern))
    values[text] = "\"a]\""
    #expect(throws: FormatError.self) { try read(values) }
  }

  @Test(arguments: ["1,", "1 2", "1,01", "1,-", "1,.5", "1,1.", "1,1e", "1,1e400"])
  func packedListsAreRefusedAsOthersAre(end: String) {
    let bytes = Array("[\(String(repeating: "0,", count: 300))\n\(end)]".utf8)
    let packed = error { () throws(FormatError) in
      try JSON.read(bytes, file: "a.json", advice: "Mend it", lists: .packed)
    }
    let other = error { () throws(FormatError) in try JSON.read(bytes, file: "a.json", advice: "Mend it") }
    #expect(packed != nil && packed == other)
  }

  @Test func wholeNumbersAreOfTheTypeThatHoldsThem() throws {
    let text =
      "[9223372036854775807, 9223372036854775808, 18446744073709551615, 18446744073709551616, "
      + "-9223372036854775808, -9223372036854775809, 10000000000000000000, 1e2, 100.0, 0, -0]"
    #expect(
      try read(text).value
        == .array([
          .integer(.max), .unsigned(1 << 63), .unsigned(.max), .number(0x1p64), .integer(.min), .number(-0x1p63),
          .unsigned(10_000_000_000_000_000_000), .number(100), .number(100), .integer(0), .number(-0.0),
        ]))
  }

  @Test func ofSeveralMembersWithOneNameTheLastCounts() throws {
    #expect(try read(#"{"a": 1, "a": 2}"#).decode([String: Int].self) == ["a": 2])
  }

  @Test(arguments: [
    "", " ", "{", "[", "]", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{1:2}",
    "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\u{1}\"", "01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1",
    "nan", "tru", "truefalse", "1 2", "[] x", "'a'", "// a", "--1", "1_0",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(error { () throws(FormatError) in try read(text) }?.problem == "it is not valid JSON")
  }

  @Test(arguments: [
    ("[1,\n 1e400]", "line 2, column 2", "1e400 is too large a number"),
    ("-\(String(repeating: "9", count: 400))", "line 1, column 1", "-9999999999999999999 is too large a number"),
    (String(repeating: "[", count: 513), "line 1, column 513", "it is not valid JSON, or nested more than 512 deep"),
    (#"["\ud800"]"#, "line 1, column 3", "half of a character stands alone"),
    (#"["\ud800\ud800"]"#, "line 1, column 3", "half of a character stands alone"),
    (#"["\udc00"]"#, "line 1, column 3", "half of a character stands alone"),
  ])
  func whatIsBeyondLimitsIsToldWithItsPlace(text: String, place: String, problem: String) throws {
    let error = try #require(self.error { () throws(FormatError) in try read(text) })
    #expect(error.place == .field(place) && error.problem == problem, "\(error)")
  }

  @Test func the512thListIsRead() throws {
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    var value = try read(text).value
    for _ in 1..<512 {
      guard case .array(let elements) = value else { break }
      value = try #require(elements.first)
    }
    #expect(value == .array([]))
  }

  @Test func bytesThatAreNoTextAreRefused() {
    for bytes in [[0x22, 0xe2, 0x82], [0xf0], [0x22, 0xff, 0x22]] as [[UInt8]] {
      let error = self.error { () throws(FormatError) in try JSON.read(bytes, file: "a.json", advice: "Mend it") }
      #expect(error?.problem == "it is not UTF-8 text")
    }
  }

  private struct Record: Codable, Equatable {
    var seed: UInt64
    var counts: [Int]
    var name: String?
  }

  @Test func numbersOfAnotherSizeAreToldWithTheirField() throws {
    for seed in ["-1", "1.5", "18446744073709551616", "1e300"] {
      let document = try read("{\"seed\": \(seed), \"counts\": []}")
      let error = try #require(self.error { () throws(FormatError) in try document.decode(Record.self) })
      #expect(error.place == .field("seed"))
      #expect(error.problem.hasSuffix("is not a whole number from 0 to 18446744073709551615"), "\(error)")
    }
    let document = try read(#"{"seed": 1e2, "counts": [1.0, 2.5]}"#)
    let error = try #require(self.error { () throws(FormatError) in try document.decode(Record.self) })
    #expect(
      error.description == """
        cannot read JSON file a.json, counts[1]: 2.5 is not a whole number from -9223372036854775808 to \
        9223372036854775807.
        Mend it.
        """)
  }

  @Test(arguments: [
    (#"{"counts": []}"#, "seed", "it is missing"), (#"{"seed": null, "counts": []}"#, "seed", "it is null"),
    (#"{"seed": 1, "counts": {}}"#, "counts", "its value is of another type: an object, not a list"),
    (#"{"seed": 1, "counts": [1, "2"]}"#, "counts[1]", "its value is of another type: a text, not a number"),
    (#"{"seed": 1, "counts": [], "name": true}"#, "name", "its value is of another type: true or false, not a text"),
  ])
  func aWrongFieldIsNamed(text: String, field: String, problem: String) throws {
    let document = try read(text)
    let error = try #require(self.error { () throws(FormatError) in try document.decode(Record.self) })
    #expect(error.place == .field(field) && error.problem == problem, "\(error)")
  }

  @Test func whatIsWrittenIsRead() throws {
    let record = Record(seed: .max, counts: [1, -2], name: "a/b \"é\"")
    let compact = try JSON.write(record, .compact, file: "a.json")
    #expect(
      String(decoding: compact, as: UTF8.self) == #"{"counts":[1,-2],"name":"a/b \"é\"","seed":18446744073709551615}"#)
    #expect(try JSON.read(compact, file: "a.json", advice: "").decode(Record.self) == record)
    let lines = try JSON.write(record, .lines, file: "a.json")
    #expect(lines.last == UInt8(ascii: "\n"))
    #expect(try JSON.read(lines, file: "a.json", advice: "").decode(Record.self) == record)
    let numbers = try JSON.write([Double.nan, .infinity, -.infinity, -0.0, 0.1], .compact, file: "a.json")
    #expect(String(decoding: numbers, as: UTF8.self) == #"["NaN","Infinity","-Infinity",-0,0.1]"#)
  }

  @Test func theSchemaMustBeKnown() throws {
    func error(_ text: String, _ known: ClosedRange<Int>) throws -> String? {
      let document = try read(text)
      return self.error { () throws(FormatError) in try document.requireSchema(known) }?.description
    }
    #expect(try error(#"{"schema_version": 2}"#, 1...2) == nil)
    #expect(
      try error(#"{"schema_version": 3}"#, 1...2) == """
        cannot read JSON file a.json, schema_version: it is 3, and this program reads 1 to 2.
        Use a newer training-report.
        """)
    #expect(
      try error(#"{"schema_version": 1}"#, 2...2) == """
        cannot read JSON file a.json, schema_version: it is 1, and this program reads 2.
        Mend it.
        """)
    #expect(try error("{}", 1...2)?.contains("schema_version: it is missing") == true)
  }

  /// What can be read can be written, and means the same.
  @Test func mutantsAreReadOrRefused() throws {
    let text = #"{"a": [1, -2.5e-3, NaN, "b\u00e9\n", null, true], "c": {"d": 18446744073709551615, "e": []}}"#
    let outcome = mutate(Array(text.utf8), words: jsonWords, file: "a.json") { bytes throws(FormatError) in
      let written = try JSON.write(
        JSON.read(bytes, file: "a.json", advice: "Mend it").value, .compact, file: "a.json")
      let again = try JSON.read(written, file: "a.json", advice: "Mend it").value
      #expect(try JSON.write(again, .compact, file: "a.json") == written)
    }
    #expect(outcome.refused > 1_000 && outcome.read > 50 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
