/// Walks over the chunks of a PNG file and never past its end (PNG specification, third edition, 5).
package struct PNGChunks {
  private let bytes: [UInt8]
  private var offset: Int
  private var isAtEnd = false

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Starts before the first chunk.
  package init(_ bytes: [UInt8]) throws(PNGDamage) {
    guard bytes.starts(with: Self.signature) else {
      throw PNGDamage(
        cause: .foreign, offset: 0, problem: bytes.isEmpty ? "it is empty" : "it does not begin as a PNG does")
    }
    self.bytes = bytes
    offset = Self.signature.count
  }

  /// The next chunk; nil after the last, IEND.
  package mutating func next() throws(PNGDamage) -> PNGChunk? {
    guard !isAtEnd else { return nil }
    guard bytes.count - offset >= 12 else {
      throw PNGDamage(cause: .cutOff, offset: offset, problem: "it ends before its IEND chunk")
    }
    let length = bigEndian(bytes, at: offset)
    guard length <= bytes.count - offset - 12 else {
      let name = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      throw PNGDamage(
        cause: .cutOff, offset: offset, problem: "its \(name) chunk of \(length) bytes would end behind the file")
    }
    let chunk = PNGChunk(bytes, offset: offset, length: length)
    offset += 12 + length
    isAtEnd = chunk.name == "IEND"
    return chunk
  }
}
