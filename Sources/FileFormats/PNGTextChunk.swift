import PNGChunks

/// Texts in PNG files; the pixels are not looked at.
package enum PNGTextChunk {
  /// The text under a keyword, the first if there are several; nil if the file has none.
  ///
  /// - Parameters:
  ///   - file: the file's name, for errors.
  ///   - limit: the largest number of bytes of the text, in the file and unpacked.
  /// - Throws: if the bytes are no PNG, the file is cut off, a chunk's checksum is wrong, or the text is damaged or too
  ///   large.
  package static func read(
    _ keyword: String, from bytes: [UInt8], file: String, limit: Int
  ) throws(FormatError) -> String? {
    do throws(PNGDamage) {
      return try PNGChunks.text(under: keyword, in: bytes, limit: limit)
    } catch {
      let advice =
        switch error.cause {
        case .foreign: "Check that it is the file you mean"
        case .cutOff: "It is cut off: get it again"
        case .damaged: "Get it again"
        }
      throw FormatError(
        .read, format: "PNG", file: file, at: .byte(error.offset), problem: error.problem, advice: advice)
    }
  }
}
