import CZlib

/// Texts in PNG files (PNG specification, third edition, 11.3.3.4: iTXt); the pixels are not looked at.
public enum PNGTextChunk {
  /// The text under a keyword, the first where there are several; nil where the file has none.
  ///
  /// - Parameters:
  ///   - file: the file's name, for errors.
  ///   - limit: the most bytes that the text may have, in the file and unpacked.
  /// - Throws: where the bytes are no PNG, it is cut off, a chunk's checksum is wrong, or the text is damaged or too large.
  public static func read(
    _ keyword: String, from bytes: [UInt8], file: String, limit: Int
  ) throws(FormatError) -> String? {
    func error(_ place: FormatError.Place, _ problem: String, _ advice: String = "Get it again") -> FormatError {
      FormatError(.read, format: "PNG", file: file, at: place, problem: problem, advice: advice)
    }
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature) else {
      throw error(
        .byte(0), bytes.isEmpty ? "it is empty" : "it does not begin as a PNG does",
        "Check that it is the file you mean")
    }
    var place = signature.count
    var text: String?
    while true {
      guard bytes.count - place >= 12 else {
        throw error(.byte(place), "it ends before its IEND chunk", "It is cut off: get it again")
      }
      let length = bigEndian(bytes, at: place)
      let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      guard length <= bytes.count - place - 12 else {
        throw error(
          .byte(place), "its \(name) chunk of \(length) bytes would end behind the file", "It is cut off: get it again")
      }
      let end = place + 8 + length
      guard CRC32.checksum(Array(bytes[place + 4..<end])) == UInt32(bigEndian(bytes, at: end)) else {
        throw error(.byte(place), "the checksum of its \(name) chunk is wrong")
      }
      if name == "IEND" { return text }
      if name == "iTXt", text == nil {
        let data = bytes[place + 8..<end]
        do throws(Damage) {
          text = try self.text(under: keyword, in: data, limit: limit)
        } catch {
          throw FormatError(
            .read, format: "PNG", file: file, at: .byte(place), problem: "its iTXt chunk \(error.words)",
            advice: "Get it again")
        }
      }
      place = end + 4
    }
  }

  private struct Damage: Error {
    var words: String
  }

  /// The text of a chunk: keyword, 0, whether it is compressed, the method, language, 0, translated keyword, 0, text.
  private static func text(
    under keyword: String, in chunk: ArraySlice<UInt8>, limit: Int
  ) throws(Damage) -> String? {
    guard chunk.starts(with: Array(keyword.utf8) + [0]) else { return nil }
    guard chunk.count <= limit else { throw Damage(words: "has more than \(limit) bytes") }
    let rest = chunk.dropFirst(keyword.utf8.count + 1)
    guard rest.count >= 2, let isCompressed = rest.first, isCompressed <= 1, rest[rest.startIndex + 1] == 0 else {
      throw Damage(words: "is compressed in no way that PNG knows")
    }
    guard let language = rest.dropFirst(2).firstIndex(of: 0),
      let translation = rest[(language + 1)...].firstIndex(of: 0)
    else { throw Damage(words: "ends before its text") }
    let data = Array(rest[(translation + 1)...])
    let unpacked = isCompressed == 1 ? try unpack(data, limit: limit) : data
    guard let text = String(validating: unpacked, as: UTF8.self) else { throw Damage(words: "is not UTF-8 text") }
    return text
  }

  /// Unpacks a zlib stream that must take all of `data`. Memory grows with what really comes out.
  private static func unpack(_ data: [UInt8], limit: Int) throws(Damage) -> [UInt8] {
    var room = min(limit, 8 * data.count + 64)
    while true {
      var written = UInt(room)
      var taken = UInt(data.count)
      var status = Z_OK
      let unpacked = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        status = uncompress2(buffer.baseAddress, &written, data, &taken)
        count = status == Z_OK ? Int(written) : 0
      }
      switch status {
      case Z_OK where Int(taken) == data.count: return unpacked
      case Z_OK: throw Damage(words: "has something else behind its compressed text")
      // The room was too small; a stream that is cut off is a Z_DATA_ERROR.
      case Z_BUF_ERROR where room < limit: room = min(limit, 2 * room)
      case Z_BUF_ERROR: throw Damage(words: "unpacks to more than \(limit) bytes")
      default: throw Damage(words: "holds damaged compressed text (zlib status \(status))")
      }
    }
  }

  private static func bigEndian(_ bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
