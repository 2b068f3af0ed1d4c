/// Reads one event file, record by record.
struct EventFileReader: ~Copyable {
  /// Why a record cannot be read.
  enum Stop: Error { case cutOff, notAnEvent }

  private let file: String
  private var stream: ByteStream
  private var scalars = ScalarsByTag()
  private var otherTags: Set<String> = []
  private var start: Double?
  /// The tag of the value that is being read.
  private var tag: [UInt8] = []

  init(_ stream: consuming ByteStream, file: String) {
    self.stream = stream
    self.file = file
  }

  consuming func read() throws -> EventFile {
    var cutOffAt: Int?
    while try cutOffAt == nil && !stream.isAtEnd() {
      let place = stream.position
      do {
        scalars.endEvent(at: try readRecord(at: place))
      } catch Stop.cutOff {
        scalars.dropEvent()
        cutOffAt = place
      }
    }
    return EventFile(
      start: start, series: scalars.series, restarts: scalars.restarts, otherTags: otherTags.sorted(),
      cutOffAt: cutOffAt)
  }

  /// Reads a record and returns the step of its event.
  private mutating func readRecord(at place: Int) throws -> Int {
    stream.startChecksum()
    let size = try littleEndian(UInt64.self)
    let sizeChecksum = CRC32C.masked(stream.checksum())
    guard try littleEndian(UInt32.self) == sizeChecksum else {
      throw error(
        at: place, place == 0 ? "it does not begin with a record" : "the checksum of a record's length is wrong")
    }
    guard let size = Int(exactly: size), case let (end, overflow) = stream.position.addingReportingOverflow(size),
      !overflow
    else { throw Stop.cutOff }
    let dataStart = stream.position
    stream.startChecksum()
    var step: Int?
    do {
      step = try readEvent(until: end)
    } catch Stop.notAnEvent {
      // Perhaps because it is damaged, which the checksum shows.
      try skip(end - stream.position)
    }
    let checksum = CRC32C.masked(stream.checksum())
    if try littleEndian(UInt32.self) != checksum { throw error(at: dataStart, "the checksum of a record is wrong") }
    guard let step else { throw error(at: dataStart, "a record is no event") }
    return step
  }

  private func error(at byte: Int, _ problem: String) -> FormatError {
    FormatError(
      .read, format: "event", file: file, at: .byte(byte), problem: problem,
      advice: "It is damaged, or no file of TensorBoard's: copy it again")
  }

  /// Event: wall_time 1, step 2, summary 5. Returns the step.
  private mutating func readEvent(until end: Int) throws -> Int {
    var step: UInt64 = 0
    while let (number, value) = try field(before: end) {
      switch (number, value) {
      case (1, .fixed64(let time)): if start == nil { start = Double(bitPattern: time) }
      case (2, .varint(let count)): step = count
      case (5, .bytes(let count)): try readSummary(until: stream.position + count)
      default: try pass(value)
      }
    }
    // int64 as a varint is its bits.
    return Int(Int64(bitPattern: step))
  }

  /// Summary: value 1, repeated.
  private mutating func readSummary(until end: Int) throws {
    while let (number, value) = try field(before: end) {
      if number == 1, case .bytes(let count) = value {
        try readValue(until: stream.position + count)
      } else {
        try pass(value)
      }
    }
  }

  /// Summary.Value: tag 1, simple_value 2, tensor 8.
  private mutating func readValue(until end: Int) throws {
    tag.removeAll(keepingCapacity: true)
    var number: Double?
    while let (field, value) = try field(before: end) {
      switch (field, value) {
      case (1, .bytes(let count)):
        tag.removeAll(keepingCapacity: true)
        tag.append(contentsOf: try take(count))
      case (2, .fixed32(let bits)): number = Double(Float(bitPattern: bits))
      // That of a scalar has a shape, and perhaps a few names, but no more.
      case (8, .bytes(let count)) where count <= 1024: number = TensorProto.scalar(try take(count))
      default: try pass(value)
      }
    }
    if let number {
      scalars.add(number, tag: tag)
    } else {
      otherTags.insert(String(decoding: tag, as: UTF8.self))
    }
  }
}

// Protocol buffers, https://protobuf.dev/programming-guides/encoding/, as they come: an image need not be in memory.
extension EventFileReader {
  /// A field's value by its wire type.
  private enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    /// Text, bytes, a message inside, or packed numbers, of which only the number of bytes is read.
    case bytes(Int)
    case fixed32(UInt32)
  }

  /// The next field of a message that ends at `end`; nil if it has no more.
  private mutating func field(before end: Int) throws -> (number: UInt64, value: Value)? {
    guard stream.position < end else { return nil }
    let key = try varint(before: end)
    if key >> 3 == 0 { throw Stop.notAnEvent }
    let value: Value
    switch key & 7 {
    case 0: value = .varint(try varint(before: end))
    case 1 where end - stream.position >= 8: value = .fixed64(try littleEndian(UInt64.self))
    case 2:
      let count = try varint(before: end)
      guard count <= UInt64(end - stream.position) else { throw Stop.notAnEvent }
      value = .bytes(Int(count))
    case 5 where end - stream.position >= 4: value = .fixed32(try littleEndian(UInt32.self))
    // Groups were given up before TensorFlow; any other is unknown.
    default: throw Stop.notAnEvent
    }
    return (key >> 3, value)
  }

  /// Seven bits a byte, the lowest first; at most ten bytes.
  private mutating func varint(before end: Int) throws -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      if stream.position == end { throw Stop.notAnEvent }
      guard let byte = try stream.byte() else { throw Stop.cutOff }
      number |= UInt64(byte & 0x7f) << shift
      if byte & 0x80 == 0 { return number }
    }
    throw Stop.notAnEvent
  }

  private mutating func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) throws -> Number {
    Number(littleEndian: try take(MemoryLayout<Number>.size).loadUnaligned(as: Number.self))
  }

  private mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
    if count > ByteStream.longestPiece { throw Stop.notAnEvent }
    guard let bytes = try stream.take(count) else { throw Stop.cutOff }
    return bytes
  }

  private mutating func skip(_ count: Int) throws {
    if try !stream.skip(count) { throw Stop.cutOff }
  }

  /// Passes over what a field still has.
  private mutating func pass(_ value: Value) throws {
    if case .bytes(let count) = value { try skip(count) }
  }
}
