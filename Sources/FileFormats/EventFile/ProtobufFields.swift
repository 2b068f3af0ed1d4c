/// The fields of a protocol-buffers message, read from its bytes: https://protobuf.dev/programming-guides/encoding/.
struct ProtobufFields: Sequence, IteratorProtocol {
  /// A field's value by its wire type.
  enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    /// Text, bytes, a message inside, or packed numbers.
    case bytes(UnsafeRawBufferPointer)
    case fixed32(UInt32)
  }

  private var cursor: ByteCursor
  /// Whether what was read so far was a message. What follows the first thing that is none is not read.
  private(set) var isValid = true

  init(_ bytes: UnsafeRawBufferPointer) {
    cursor = ByteCursor(bytes)
  }

  mutating func next() -> (number: UInt64, value: Value)? {
    guard isValid, cursor.remaining > 0 else { return nil }
    guard let key = varint(), key >> 3 > 0, let value = value(ofType: key & 7) else {
      isValid = false
      return nil
    }
    return (key >> 3, value)
  }

  private mutating func value(ofType type: UInt64) -> Value? {
    switch type {
    case 0: varint().map(Value.varint)
    case 1: cursor.littleEndian(UInt64.self).map(Value.fixed64)
    case 2: varint().flatMap { Int(exactly: $0) }.flatMap { cursor.take($0) }.map(Value.bytes)
    case 5: cursor.littleEndian(UInt32.self).map(Value.fixed32)
    // Groups were given up before TensorFlow; any other is unknown.
    default: nil
    }
  }

  /// Seven bits a byte, the lowest first; at most ten bytes.
  private mutating func varint() -> UInt64? {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = cursor.littleEndian(UInt8.self) else { return nil }
      number |= UInt64(byte & 0x7f) << shift
      if byte & 0x80 == 0 { return number }
    }
    return nil
  }
}
