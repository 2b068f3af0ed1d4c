import CZlib

/// Owns a zlib stream that unpacks.
struct Inflater: ~Copyable {
  // zlib keeps a pointer to its stream, so the stream may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Starts; nil if zlib refuses.
  ///
  /// - Parameter windowBits: as zlib's `inflateInit2` takes them: + 16 for gzip's header, negative for no header.
  init?(windowBits: Int32) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deinitialize(count: 1)
      stream.deallocate()
      return nil
    }
    self.stream = stream
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// What one call of zlib did.
  struct Step {
    /// zlib's status.
    let status: Int32
    /// The bytes that it took.
    let consumed: Int
    /// The bytes that it gave.
    let written: Int
  }

  /// Lets zlib go on until it has filled `output`, has no input left or comes to an end.
  func inflate(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>) -> Step {
    let given = UInt32(min(input.count, Int(UInt32.max)))
    let room = UInt32(min(output.count, Int(UInt32.max)))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = given
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = room
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    return Step(
      status: status, consumed: Int(given - stream.pointee.avail_in), written: Int(room - stream.pointee.avail_out))
  }

  /// Makes ready for another beginning; zlib's status.
  func reset() -> Int32 { inflateReset(stream) }

  /// What is wrong with the data, in zlib's words.
  var reason: String { stream.pointee.msg.map { String(cString: $0) } ?? "invalid data" }
}
