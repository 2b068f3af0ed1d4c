/// A TensorBoard event file, `events.out.tfevents.*`: the scalars that a training logged.
///
/// The file is a row of records: a little-endian 64-bit length, the masked CRC-32C of those eight bytes, the data, and its
/// masked CRC-32C. The data is an `Event` of TensorFlow's event.proto; its `Summary` holds values by tag.
package struct EventFile: Sendable, Equatable {
  /// One logged number.
  package struct Scalar: Sendable, Equatable {
    /// Such as `epoch_loss` or `Loss/train`.
    package var tag: String
    /// What the trainer counted: epochs, or batches.
    package var step: Int
    /// The number itself.
    package var value: Double
  }

  /// All scalars, in the file's order.
  package var scalars: [Scalar]
  /// Tags of what is no scalar, such as images and histograms, sorted.
  package var otherTags: [String]
  /// Where the file ends within a record, as it does while or after its writer was stopped; nil where it ends whole.
  package var cutOffAt: Int?

  /// Whether bytes are the beginning of an event file: a length with its checksum.
  package static func isBegun(by head: [UInt8]) -> Bool {
    head.withUnsafeBytes { head in
      var cursor = ByteCursor(head)
      guard let length = cursor.take(8), let checksum = cursor.littleEndian(UInt32.self) else { return false }
      return CRC32C.masked(length) == checksum
    }
  }

  /// Reads an event file. A last record that is cut off is left out and told by `cutOffAt`.
  ///
  /// - Throws: where a checksum is wrong or a record is no event. Fields that are not known are passed over.
  package static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> EventFile {
    try bytes.withBytes { bytes throws(FormatError) in
      var reader = EventFileReader(file: file)
      try reader.read(bytes)
      return EventFile(
        scalars: reader.scalars, otherTags: reader.otherTags.sorted(), cutOffAt: reader.cutOffAt)
    }
  }
}

private struct EventFileReader {
  let file: String
  var scalars: [EventFile.Scalar] = []
  var otherTags: Set<String> = []
  var cutOffAt: Int?

  mutating func read(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var cursor = ByteCursor(bytes)
    while cursor.remaining > 0 {
      let start = cursor.position
      guard let length = cursor.take(8), let lengthChecksum = cursor.littleEndian(UInt32.self) else {
        cutOffAt = start
        return
      }
      guard CRC32C.masked(length) == lengthChecksum else {
        throw error(
          at: start, start == 0 ? "it does not begin with a record" : "the checksum of a record's length is wrong")
      }
      let size = Int(exactly: UInt64(littleEndian: length.loadUnaligned(as: UInt64.self)))
      let dataStart = cursor.position
      guard let size, let data = cursor.take(size), let checksum = cursor.littleEndian(UInt32.self) else {
        cutOffAt = start
        return
      }
      guard CRC32C.masked(data) == checksum else { throw error(at: dataStart, "the checksum of a record is wrong") }
      guard readEvent(data) else { throw error(at: dataStart, "a record is no event") }
    }
  }

  private func error(at byte: Int, _ problem: String) -> FormatError {
    FormatError(
      .read, format: "event", file: file, at: .byte(byte), problem: problem,
      advice: "It is damaged, or no file of TensorBoard's: copy it again")
  }

  // Below, each function tells whether the bytes are such a message.

  /// Event: step 2, summary 5.
  private mutating func readEvent(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var step: UInt64 = 0
    var summaries: [UnsafeRawBufferPointer] = []
    var fields = ProtobufFields(bytes)
    while let (number, value) = fields.next() {
      switch (number, value) {
      case (2, .varint(let count)): step = count
      case (5, .bytes(let summary)): summaries.append(summary)
      default: break
      }
    }
    // int64 as a varint is its bits.
    return fields.isValid && summaries.allSatisfy { readSummary($0, step: Int(Int64(bitPattern: step))) }
  }

  /// Summary: value 1, repeated.
  private mutating func readSummary(_ bytes: UnsafeRawBufferPointer, step: Int) -> Bool {
    var fields = ProtobufFields(bytes)
    while let (number, value) = fields.next() {
      if number == 1, case .bytes(let entry) = value, !readValue(entry, step: step) { return false }
    }
    return fields.isValid
  }

  /// Summary.Value: tag 1, simple_value 2, tensor 8.
  private mutating func readValue(_ bytes: UnsafeRawBufferPointer, step: Int) -> Bool {
    var tag = ""
    var number: Double?
    var fields = ProtobufFields(bytes)
    while let (field, value) = fields.next() {
      switch (field, value) {
      case (1, .bytes(let text)): tag = String(decoding: text, as: UTF8.self)
      case (2, .fixed32(let bits)): number = Double(Float(bitPattern: bits))
      case (8, .bytes(let tensor)): number = Self.scalar(ofTensor: tensor)
      default: break
      }
    }
    guard fields.isValid else { return false }
    if let number {
      scalars.append(EventFile.Scalar(tag: tag, step: step, value: number))
    } else {
      otherTags.insert(tag)
    }
    return true
  }

  /// TensorProto: dtype 1 (DT_FLOAT is 1, DT_DOUBLE 2, DT_HALF 19), tensor_shape 2, tensor_content 4, float_val 5,
  /// double_val 6. Nil for tensors of any other type, or of more than one number.
  private static func scalar(ofTensor bytes: UnsafeRawBufferPointer) -> Double? {
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
