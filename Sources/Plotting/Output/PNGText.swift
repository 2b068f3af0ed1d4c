import PNGChunks

/// A text that a PNG carries beside its pixels, compressed (an iTXt chunk).
public struct PNGText: Sendable, Equatable {
  /// What the text is: 1 to 79 printable ASCII characters, without spaces.
  public var keyword: String
  /// The text: at most ``maximumBytes`` in UTF-8, without U+0000.
  public var text: String

  /// The largest number of bytes of a text in UTF-8: more is unpacked by no program that uses libpng's defaults.
  public static let maximumBytes = 8_000_000

  /// Creates a text. It is checked when a file is written.
  public init(keyword: String, text: String) {
    self.keyword = keyword
    self.text = text
  }

  /// Reads the text under a keyword from the bytes of a PNG file, the first if there are several; nil if there is none.
  ///
  /// - Throws: ``PlottingError`` if the bytes are no PNG or a damaged one, or the text is larger than ``maximumBytes``.
  public init?(keyword: String, in png: [UInt8]) throws(PlottingError) {
    do throws(PNGDamage) {
      guard let text = try PNGChunks.text(under: keyword, in: png, limit: Self.maximumBytes) else { return nil }
      self.init(keyword: keyword, text: text)
    } catch {
      throw PlottingError(
        .unreadableImage, operation: "read text of PNG, byte \(error.offset)", reason: error.problem)
    }
  }

  func check() throws(PlottingError) {
    func refuse(_ reason: String) throws(PlottingError) {
      throw PlottingError(.invalidValue, operation: "write PNG", reason: reason)
    }
    guard (1...79).contains(keyword.utf8.count), keyword.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return try refuse("the keyword '\(keyword)' is not 1 to 79 printable ASCII characters")
    }
    let count = text.utf8.count
    guard count <= Self.maximumBytes else {
      return try refuse(
        "the text of '\(keyword)' has \(count) bytes, and at most \(Self.maximumBytes) can be read again")
    }
    guard !text.utf8.contains(0) else { return try refuse("the text of '\(keyword)' holds U+0000") }
  }
}
