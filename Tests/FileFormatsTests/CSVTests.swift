import TestSupport
import Testing

@testable import FileFormats

@Suite struct CSVTests {
  private func read(_ text: String) throws(FormatError) -> CSV.Table { try CSV.read(Array(text.utf8), file: "a.csv") }

  private func error(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try CSV.read(bytes, file: "a.csv")
      return nil
    } catch {
      return error
    }
  }

  @Test func cellsAreReadAsPythonWritesThem() throws {
    // csv.writer writes these for ['a', 'b, c', 'd "e"'] and ['1', '', 'two\nlines'].
    let table = try read("a,\"b, c\",\"d \"\"e\"\"\"\r\n1,,\"two\nlines\"\r\n\r\n3,4,5")
    #expect(table.header == ["a", "b, c", "d \"e\""])
    #expect(table.rows == [["1", "", "two\nlines"], ["3", "4", "5"]])
    #expect(table.lines == [2, 5])
  }

  @Test func otherSeparatorsAndShortRowsAreTaken() throws {
    #expect(try read("a;b\n1;2\n").rows == [["1", "2"]])
    #expect(try read("a\tb\n1\t2,5\n").rows == [["1", "2,5"]])
    #expect(try read("\u{FEFF}a,b,c\n1\n").rows == [["1"]])
    #expect(try read("a\n").rows.isEmpty)
  }

  @Test func linesEndInAnyWayAndSpacesAreNoPartOfCells() throws {
    #expect(try read("a, b\r1 ,\t2\r\r3,4").rows == [["1", "2"], ["3", "4"]])
    #expect(try read("a,b\n1,2,\n \" 3 \" , 4 \n").rows == [["1", "2"], ["3", "4"]])
    #expect(try read("epoch  loss\n    1   0.5\n    2  0.25  \n").rows == [["1", "0.5"], ["2", "0.25"]])
    #expect(try read("a;b, c\n1;2\n").header == ["a;b", "c"])
    #expect(try read("a;b, c;d\n1;2;3\n").header == ["a", "b, c", "d"])
  }

  @Test func excelsSeparatorLineIsPassedOver() throws {
    let table = try read("sep=;\r\na;b\r\n1,5;2\r\n")
    #expect(table.header == ["a", "b"] && table.rows == [["1,5", "2"]] && table.lines == [3])
    #expect(try read("sep=\n1\n").header == ["1"])
  }

  @Test func aRowWithoutTheEndOfALineIsKnown() throws {
    for (text, isCutOff) in [("a,b\n1,2\n3", true), ("a,b\n1,2\n3\n", false)] {
      var stream = try CSVStream(file: "a.csv", nextBytes(of: Array(text.utf8)))
      #expect(try stream.nextRow() && !stream.isWithoutEnd)
      #expect(try stream.nextRow() && stream.isWithoutEnd == isCutOff)
    }
  }

  /// The window is moved on within cells, quotes and line ends.
  @Test func rowsMayBeLongerThanWhatIsReadAtOnce() throws {
    let long = String(repeating: "x", count: 3_000_000)
    let table = try read("a,b\r\n1,\"\(long)\"\"\"\r\n\"2\",3\r\n")
    #expect(
      table.rows.map(\.count) == [2, 2] && table.rows[0][1].count == long.count + 1 && table.rows[1] == ["2", "3"])
    #expect(table.lines == [2, 3])
    // One byte at a time.
    let bytes = Array("a,b\r\n\"1 \"\"x\"\"\",2\r\n3,\"4\n5\"\r\n".utf8)
    var place = 0
    var stream = try CSVStream(file: "a.csv") { buffer in
      guard place < bytes.count else { return 0 }
      buffer[0] = bytes[place]
      place += 1
      return 1
    }
    var rows: [[String]] = []
    while try stream.nextRow() { rows.append([try stream.text(0), try stream.text(1)]) }
    #expect(rows == [["1 \"x\"", "2"], ["3", "4\n5"]])
  }

  @Test func whatIsWrongIsNamed() {
    #expect(error([])?.problem == "it is empty")
    #expect(error(Array("a,b\n1,2,3\n".utf8))?.place == .field("line 2"))
    #expect(error(Array("a,b\n\n1,\"2\n3".utf8))?.place == .field("line 3"))
    #expect(error([0x61, 0x0a, 0xff, 0x0a])?.place == .field("line 2"))
  }

  @Test func mutantsAreReadOrRefused() {
    let text = "epoch,\"a, b\",c\r\n0,1,\"x \"\"y\"\"\"\r\n1,NA,\r\n"
    let outcome = mutate(Array(text.utf8), words: ["\"", ",,", "\n"], file: "a.csv") { bytes throws(FormatError) in
      try CSV.read(bytes, file: "a.csv")
    }
    #expect(outcome.refused > 500 && outcome.read > 100 && outcome.unclear.isEmpty, "\(outcome)")
  }

  /// A line that begins with # is the header if it has as many cells as the numbers or texts below; else it is a comment.
  @Test(
    arguments: [
      ("# a,b\n1,2\n", ["a", "b"], 2), ("#a,b\nx,y\nz,w\n", ["a", "b"], 2), ("# x=1, y=2\na,b\n1,2\n", ["a", "b"], 3),
      ("# one\n# two, three\n\na,b\n1,2\n", ["a", "b"], 5), ("# a\n0.5\n", ["a"], 2), ("#,a\n1,2\n", ["", "a"], 2),
      ("#\n# a;b\r\n1;2\r\n", ["a", "b"], 3), ("# only\n", ["# only"], nil),
    ] as [(String, [String], Int?)])
  func commentsBeforeTheHeader(text: String, header: [String], line: Int?) throws {
    let table = try CSV.read(Array(text.utf8), file: "a.csv")
    #expect(table.header == header)
    #expect(table.lines.first == line)
  }
}
