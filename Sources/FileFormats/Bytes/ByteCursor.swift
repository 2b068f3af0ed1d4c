/// Walks through a file's bytes and never past their end. It may not outlive the bytes.
struct ByteCursor: ByteSource {
  let bytes: UnsafeRawBufferPointer
  private(set) var position = 0

  /// The number of bytes left.
  var remaining: Int { bytes.count - position }

  var mostRemaining: Int { remaining }

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The next `count` bytes where they are; nil where fewer are left.
  mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= remaining else { return nil }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  /// The next bytes as a little-endian number; nil where too few are left.
  mutating func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) -> Number? {
    take(MemoryLayout<Number>.size).map { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
  }

  mutating func read(upTo count: Int) -> [UInt8] {
    take(min(max(count, 0), remaining)).map { [UInt8]($0) } ?? []
  }
}

extension [UInt8] {
  /// Gives a reader the bytes where they are, its typed error kept.
  func withBytes<Value>(
    _ read: (UnsafeRawBufferPointer) throws(FormatError) -> Value
  ) throws(FormatError) -> Value {
    try withUnsafeBytes { bytes in
      Result { () throws(FormatError) in try read(bytes) }
    }.get()
  }
}
