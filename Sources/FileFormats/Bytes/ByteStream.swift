/// Fills a buffer, which is not empty, with the next bytes of a file, and returns their number: 0 only at its end.
package typealias NextBytes = (UnsafeMutableRawBufferPointer) throws -> Int

/// A file's bytes in order, of which only a window is in memory, so that a file may be of any size.
struct ByteStream: ~Copyable {
  /// The most bytes that can be taken at once.
  static let longestPiece = 1 << 18

  private let next: NextBytes
  private let window = UnsafeMutableRawBufferPointer.allocate(byteCount: longestPiece, alignment: 16)
  /// What is in the window and not yet taken.
  private var rest = 0..<0
  /// Where in the file the window begins.
  private var origin = 0
  /// The CRC-32C of what was taken since ``startChecksum()`` and stands before `summed` in the window, or has left it.
  private var sum: UInt32 = 0
  private var summed = 0

  init(_ next: @escaping NextBytes) { self.next = next }

  deinit { window.deallocate() }

  /// The number of bytes taken so far.
  var position: Int { origin + rest.lowerBound }

  /// Whether nothing is left.
  mutating func isAtEnd() throws -> Bool {
    if rest.isEmpty { try load(atLeast: 1) }
    return rest.isEmpty
  }

  /// Takes the next `count` bytes; nil if the file ends before. They stay where they are only until more are taken.
  mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer? {
    precondition(count <= Self.longestPiece)
    if rest.count < count {
      try load(atLeast: count)
      if rest.count < count { return nil }
    }
    let piece = UnsafeRawBufferPointer(rebasing: window[rest.lowerBound..<rest.lowerBound + count])
    rest = rest.lowerBound + count..<rest.upperBound
    return piece
  }

  /// Takes the next byte; nil at the file's end.
  mutating func byte() throws -> UInt8? {
    if try isAtEnd() { return nil }
    let byte = window[rest.lowerBound]
    rest = rest.lowerBound + 1..<rest.upperBound
    return byte
  }

  /// Passes over the next `count` bytes; false if the file ends before.
  mutating func skip(_ count: Int) throws -> Bool {
    var left = count
    while left > rest.count {
      left -= rest.count
      rest = rest.upperBound..<rest.upperBound
      try load(atLeast: 1)
      if rest.isEmpty { return false }
    }
    rest = rest.lowerBound + left..<rest.upperBound
    return true
  }

  /// Begins a checksum at the next byte.
  mutating func startChecksum() {
    sum = 0
    summed = rest.lowerBound
  }

  /// The CRC-32C of what was taken or passed over since ``startChecksum()``.
  mutating func checksum() -> UInt32 {
    sum = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: window[summed..<rest.lowerBound]), continuing: sum)
    summed = rest.lowerBound
    return sum
  }

  /// Moves what is left to the window's beginning, and reads until there are `count` bytes, or the file ends.
  private mutating func load(atLeast count: Int) throws {
    _ = checksum()
    window.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[rest]))
    origin += rest.lowerBound
    summed = 0
    rest = 0..<rest.count
    while rest.count < count {
      let more = try next(UnsafeMutableRawBufferPointer(rebasing: window[rest.upperBound...]))
      if more == 0 { return }
      rest = 0..<rest.upperBound + more
    }
  }
}

extension ByteStream {
  /// The bytes of a file that is in memory.
  init(_ bytes: [UInt8]) { self.init(nextBytes(of: bytes)) }
}

/// The bytes of a file that is in memory, piece by piece.
package func nextBytes(of bytes: [UInt8]) -> NextBytes {
  var place = 0
  return { buffer in
    let piece = bytes[place...].prefix(buffer.count)
    buffer.copyBytes(from: piece)
    place += piece.count
    return piece.count
  }
}
