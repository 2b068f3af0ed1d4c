import FileFormats
import Testing

@Suite struct FormatErrorTests {
  @Test func printsWhatWhereAndWhatToDo() {
    var error = FormatError(
      .read, format: "IDX", file: "data/labels", at: .byte(8), problem: "it ends after 3 of 5 elements",
      advice: "It is cut off: get it again")
    #expect(
      error.description == """
        cannot read IDX file data/labels, byte 8: it ends after 3 of 5 elements.
        It is cut off: get it again.
        """)
    error.place = .field("shape")
    #expect(error.description.hasPrefix("cannot read IDX file data/labels, shape: it ends"))
    error.place = .wholeFile
    #expect(error.description.hasPrefix("cannot read IDX file data/labels: it ends"))
  }

  @Test func whatIsQuotedIsShortAndOnOneLine() {
    let error = FormatError(
      .read, format: "CSV", file: "a.csv", at: .field("line 2, column a\nb\u{202E}"),
      problem: "'\(String(repeating: "x", count: 1000))' is not a number", advice: "Correct it")
    let lines = error.description.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].count < 400)
    #expect(lines[0].hasPrefix("cannot read CSV file a.csv, line 2, column a\\nb\\u{202E}: 'xxx"))
    #expect(lines[0].hasSuffix("xx…."))
  }
}
