import CZlib

/// The owner of a raw deflate stream (RFC 1951): one without header and checksum.
struct Deflater: ~Copyable {
  /// Where repetitions are looked for.
  enum Search {
    /// In 32 places, and the longest is taken at once. In figures this finds as much as zlib's level 6 in half the time:
    /// looking whether a longer one begins a byte later, as that does from level 4 on, rarely pays.
    case places
    /// In the byte before alone.
    case runs
  }

  private let search: Search
  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutableBufferPointer<UInt8>

  init(_ search: Search) throws(PlottingError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let (level, strategy) =
      switch search {
      case .places: (Int32(3), Z_DEFAULT_STRATEGY)
      case .runs: (Int32(1), Z_RLE)
      }
    var status = deflateInit2_(
      stream, level, Z_DEFLATED, -15, 9, strategy, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status == Z_OK { status = Self.tune(stream, search) }
    guard status == Z_OK else {
      // A stream that was not opened is refused, and holds nothing.
      deflateEnd(stream)
      stream.deallocate()
      throw Self.failure(status)
    }
    self.search = search
    self.stream = stream
    output = .allocate(capacity: 1 << 15)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Adds `bytes` to the stream, and what is compressed so far to `compressed`.
  ///
  /// - Parameter flush: `Z_NO_FLUSH`; `Z_SYNC_FLUSH`, after which all is in `compressed` and another stream may follow; or
  ///   `Z_FINISH` at the end.
  func add(
    _ bytes: UnsafeBufferPointer<UInt8>, flush: Int32, to compressed: inout [UInt8]
  ) throws(PlottingError) {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
    repeat {
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(output.count)
      let status = deflate(stream, flush)
      // There was nothing more to write.
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw Self.failure(status) }
      compressed.append(contentsOf: output[..<(output.count - Int(stream.pointee.avail_out))])
    } while stream.pointee.avail_out == 0
  }

  /// Forgets what was added: nothing that follows refers to it.
  func reset() throws(PlottingError) {
    var status = deflateReset(stream)
    if status == Z_OK { status = Self.tune(stream, search) }
    guard status == Z_OK else { throw Self.failure(status) }
  }

  /// Sets what a reset sets back: how many places are looked at, and that none is good enough to stop before.
  private static func tune(_ stream: UnsafeMutablePointer<z_stream>, _ search: Search) -> Int32 {
    let longest: Int32 = 258
    return search == .places ? deflateTune(stream, 32, longest, longest, 32) : Z_OK
  }

  private static func failure(_ status: Int32) -> PlottingError {
    PlottingError(
      status == Z_MEM_ERROR ? .outOfMemory : .library, operation: "compress PNG", reason: "zlib error \(status)")
  }
}
