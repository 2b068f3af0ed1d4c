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
}
