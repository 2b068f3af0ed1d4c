import CZlib

/// A PNG's bytes, built chunk by chunk: to say in a test what no encoder writes.
package enum PNGFile {
  /// The signature, the chunks and the end chunk.
  package static func file(_ chunks: [UInt8]...) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + chunks.flatMap(\.self) + chunk("IEND", [])
  }

  /// A chunk: length, name, data, and the checksum of the last two.
  package static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + named + bigEndian(UInt32(crc32(0, named, UInt32(named.count))))
  }

  /// The chunk that must come first, for rows that are not interlaced.
  package static func header(width: UInt32, height: UInt32, depth: UInt8, type: UInt8) -> [UInt8] {
    chunk("IHDR", bigEndian(width) + bigEndian(height) + [depth, type, 0, 0, 0])
  }

  /// Bytes as zlib packs them.
  package static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    precondition(compress(&packed, &count, bytes, UInt(bytes.count)) == Z_OK, "the buffer is large enough")
    return Array(packed.prefix(Int(count)))
  }

  /// What zlib unpacks, at most a megabyte; nil if they are no packed bytes.
  package static func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var count = UInt(1 << 20)
    var unpacked = [UInt8](repeating: 0, count: Int(count))
    guard uncompress(&unpacked, &count, bytes, UInt(bytes.count)) == Z_OK else { return nil }
    return Array(unpacked.prefix(Int(count)))
  }

  /// A file of pixels with red, green and blue, 3 bytes each.
  package static func picture(width: Int, height: Int, bytes: [UInt8]) -> [UInt8] {
    var rows: [UInt8] = []
    // Each row begins with its filter: none.
    for start in stride(from: 0, to: 3 * width * height, by: 3 * width) {
      rows += [0] + bytes[start..<start + 3 * width]
    }
    return file(
      header(width: UInt32(width), height: UInt32(height), depth: 8, type: 2), chunk("IDAT", deflated(rows)))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
