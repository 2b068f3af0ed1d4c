import CZlib

extension PNGChunks {
  /// The text under a keyword in a PNG file, the first if there are several; nil if the file has none (PNG specification,
  /// third edition, 11.3.3.4: iTXt). The pixels are not looked at.
  ///
  /// - Parameter limit: the largest number of bytes of the text, in the file and unpacked.
  /// - Throws: if the bytes are no PNG, the file is cut off, a chunk's checksum is wrong, or the text is damaged or too
  ///   large.
  package static func text(under keyword: String, in bytes: [UInt8], limit: Int) throws(PNGDamage) -> String? {
    var chunks = try PNGChunks(bytes)
    var text: String?
    while let chunk = try chunks.next() {
      guard chunk.isIntact else {
        throw PNGDamage(
          cause: .damaged, offset: chunk.offset, problem: "the checksum of its \(chunk.name) chunk is wrong")
      }
      if chunk.name == "iTXt", text == nil { text = try chunk.text(under: keyword, limit: limit) }
    }
    return text
  }
}

extension PNGChunk {
  /// The text of a chunk: keyword, 0, whether it is compressed, the method, language, 0, translated keyword, 0, text.
  fileprivate func text(under keyword: String, limit: Int) throws(PNGDamage) -> String? {
    guard data.starts(with: Array(keyword.utf8) + [0]) else { return nil }
    guard data.count <= limit else { throw damage("has more than \(limit) bytes") }
    let rest = data.dropFirst(keyword.utf8.count + 1)
    guard rest.count >= 2, let isCompressed = rest.first, isCompressed <= 1, rest[rest.startIndex + 1] == 0 else {
      throw damage("is compressed in no way that PNG knows")
    }
    guard let language = rest.dropFirst(2).firstIndex(of: 0),
      let translation = rest[(language + 1)...].firstIndex(of: 0)
    else { throw damage("ends before its text") }
    let packed = Array(rest[(translation + 1)...])
    let unpacked = isCompressed == 1 ? try unpack(packed, limit: limit) : packed
    guard let text = String(validating: unpacked, as: UTF8.self) else { throw damage("is not UTF-8 text") }
    return text
  }

  /// Unpacks a zlib stream that must take all of `data`. Memory grows with what really comes out.
  private func unpack(_ data: [UInt8], limit: Int) throws(PNGDamage) -> [UInt8] {
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
      case Z_OK: throw damage("has something else behind its compressed text")
      // The room was too small; a stream that is cut off is a Z_DATA_ERROR.
      case Z_BUF_ERROR where room < limit: room = min(limit, 2 * room)
      case Z_BUF_ERROR: throw damage("unpacks to more than \(limit) bytes")
      default: throw damage("holds damaged compressed text (zlib status \(status))")
      }
    }
  }

  private func damage(_ words: String) -> PNGDamage {
    PNGDamage(cause: .damaged, offset: offset, problem: "its \(name) chunk \(words)")
  }
}
