/// A text that a PNG carries beside its pixels, compressed (an iTXt chunk).
public struct PNGText: Sendable, Equatable {
  /// What the text is: 1 to 79 printable ASCII characters, without spaces.
  public var keyword: String
  /// The text, without U+0000.
  public var text: String

  /// Creates a text. It is checked when a file is written.
  public init(keyword: String, text: String) {
    self.keyword = keyword
    self.text = text
  }

  func check() throws(PlottingError) {
    guard (1...79).contains(keyword.utf8.count), keyword.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw PlottingError(
        operation: "write PNG", reason: "the keyword '\(keyword)' is not 1 to 79 printable ASCII characters")
    }
    guard !text.utf8.contains(0) else {
      throw PlottingError(operation: "write PNG", reason: "the text of '\(keyword)' holds U+0000")
    }
  }
}
