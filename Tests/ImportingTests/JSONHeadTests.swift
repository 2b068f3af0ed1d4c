import Testing

@testable import Importing

@Suite struct JSONHeadTests {
  private func head(_ text: String) -> JSONHead? { JSONHead(Array(text.utf8)) }

  @Test func keysOfTheObjectItselfAreSeen() {
    let whole = head(#" {"a,\"]": 1, "loss": [{"b": 2}], "c" : {"d": [3]}, "e": "f"} "#)
    #expect(whole?.keys == [#"a,\"]"#, "loss", "c", "e"])
    #expect(whole?.columns == ["loss", "c"])
    #expect(whole?.isWhole == true)
  }

  @Test func whatIsCutOffIsNotWhole() {
    for text in [#"{"loss": [1, 2"#, #"{"loss": [1], "acc"#, #"{"loss": [1], "a\"#, "{"] {
      #expect(head(text)?.isWhole == false)
    }
    #expect(head(#"{"loss": [1], "acc"#)?.keys == ["loss"])
  }

  @Test func listsHaveNoKeysAndOtherTextIsNoDocument() {
    #expect(head("[1]").map { $0.keys == nil } == true)
    for text in ["", "  ", "epoch,loss", "3", "\"a\""] { #expect(head(text) == nil) }
  }
}
