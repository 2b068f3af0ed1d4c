/// TensorFlow's TensorProto, as far as a scalar needs it.
enum TensorProto {
  /// The number in a tensor: dtype 1 (DT_FLOAT is 1, DT_DOUBLE 2), tensor_content 4, float_val 5, double_val 6. Nil for
  /// tensors of any other type, or of more than one number.
  static func scalar(_ bytes: UnsafeRawBufferPointer) -> Double? {
    var type: UInt64 = 0
    var content: UnsafeRawBufferPointer?
    var number: Double?
    var fields = ProtobufFields(bytes)
    while let (field, value) = fields.next() {
      switch (field, value) {
      case (1, .varint(let kind)): type = kind
      case (4, .bytes(let data)): content = data
      case (5, .fixed32(let bits)): number = Double(Float(bitPattern: bits))
      case (5, .bytes(let packed)) where packed.count == 4: number = float(packed)
      case (6, .fixed64(let bits)): number = Double(bitPattern: bits)
      case (6, .bytes(let packed)) where packed.count == 8: number = double(packed)
      default: break
      }
    }
    guard fields.isValid else { return nil }
    return switch (type, content?.count) {
    case (1, 4): content.map(float)
    case (2, 8): content.map(double)
    case (1, nil), (2, nil), (1, 0), (2, 0): number
    default: nil
    }
  }

  private static func float(_ bytes: UnsafeRawBufferPointer) -> Double {
    Double(Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))))
  }

  private static func double(_ bytes: UnsafeRawBufferPointer) -> Double {
    Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)))
  }
}
