import CZlib

/// One part of a PNG file.
package struct PNGChunk {
  /// The four letters that tell what it holds, such as `IDAT`.
  package let name: String
  /// The offset of the chunk's first byte in the file.
  package let offset: Int
  /// Name and data, which the checksum is of.
  private let named: ArraySlice<UInt8>
  private let checksum: Int

  /// The chunk at `offset`, whose data has `length` bytes; all of it must lie within `bytes`.
  init(_ bytes: [UInt8], offset: Int, length: Int) {
    self.offset = offset
    named = bytes[offset + 4..<offset + 8 + length]
    name = String(decoding: named.prefix(4), as: UTF8.self)
    checksum = bigEndian(bytes, at: named.endIndex)
  }

  /// What the chunk holds.
  package var data: ArraySlice<UInt8> { named.dropFirst(4) }

  /// Whether the checksum is that of name and data.
  package var isIntact: Bool {
    named.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) } == UInt(checksum)
  }
}

/// The four bytes at `offset` as a number.
func bigEndian(_ bytes: [UInt8], at offset: Int) -> Int {
  bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
}
