/// A file of which any part can be taken, so that only the parts that are needed take memory.
package struct BytesAt {
  /// The number of bytes.
  package let size: Int
  private let read: (_ place: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int

  /// Takes the size, and what fills a buffer, which is not empty, with bytes from a place on and returns their number: 0 at
  /// the file's end, and if it cannot be read.
  package init(size: Int, _ read: @escaping (_ place: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int) {
    self.size = size
    self.read = read
  }

  /// A file that is in memory.
  package init(_ bytes: [UInt8]) {
    self.init(size: bytes.count) { place, buffer in
      let piece = bytes[min(place, bytes.count)...].prefix(buffer.count)
      buffer.copyBytes(from: piece)
      return piece.count
    }
  }

  /// Fills a buffer with the bytes from a place on, as far as there are any, and returns their number.
  func fill(_ buffer: UnsafeMutableRawBufferPointer, from place: Int) -> Int {
    var filled = 0
    while filled < buffer.count {
      let more = read(place + filled, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if more == 0 { break }
      filled += more
    }
    return filled
  }

  /// The bytes of a part, fewer only if the file ends in it.
  subscript(part: Range<Int>) -> [UInt8] {
    let count = part.clamped(to: part.lowerBound..<max(size, part.lowerBound)).count
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fill(UnsafeMutableRawBufferPointer(buffer), from: part.lowerBound)
    }
  }
}
