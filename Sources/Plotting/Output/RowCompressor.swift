import CZlib

/// The owner of a zlib stream of PNG rows.
///
/// Most rows of a figure are equal to the one above. They become a run of zeros, for which zlib's search for matches,
/// seven times slower than a run's, is switched off. Everything else is compressed unfiltered.
struct RowCompressor: ~Copyable {
  /// zlib's level: the lowest that searches lazily, which here saves a quarter of the size.
  static let level: Int32 = 4
  /// Rows in a run from which on switching pays.
  static let shortestRun = 3

  private let stream: UnsafeMutablePointer<z_stream>
  private var output: [UInt8] = []
  private var isRun = false

  init() throws(PlottingError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, Self.level, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw PlottingError(operation: "compress PNG", reason: "zlib error \(status)")
    }
    self.stream = stream
    output.reserveCapacity(1 << 17)
  }

  /// Lets zlib take the longest match of 32 places, not the first of 16 bytes in 16 places: curves become a tenth smaller
  /// in 3 % more time.
  private func tune() throws(PlottingError) {
    let status = deflateTune(stream, 32, 32, 258, 32)
    guard status == Z_OK else { throw PlottingError(operation: "compress PNG", reason: "zlib error \(status)") }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// The compressed rows of `pixels`.
  static func compress(_ pixels: PixelBuffer, _ format: PNGFormat) throws(PlottingError) -> [UInt8] {
    var compressor = try RowCompressor()
    try compressor.tune()
    let count = format.rowBytes(width: pixels.width) + 1
    // PNG's filter types: 0 leaves a row as it is, 2 takes the row above from it.
    var plain = [UInt8](repeating: 0, count: count)
    let zeros = [2] + [UInt8](repeating: 0, count: count - 1)
    var y = 0
    while y < pixels.height {
      var repeats = 0
      while y + repeats < pixels.height && pixels.repeatsRow(y + repeats) { repeats += 1 }
      if repeats > 0 {
        try compressor.setRun(repeats >= shortestRun)
        for _ in 0..<repeats { try compressor.add(zeros) }
        y += repeats
      } else {
        try compressor.setRun(false)
        plain.withUnsafeMutableBufferPointer { row in
          if let start = row.baseAddress { format.pack(pixels.row(y), into: start + 1) }
        }
        try compressor.add(plain)
        y += 1
      }
    }
    try compressor.deflate(flush: Z_FINISH, until: Z_STREAM_END)
    return compressor.output
  }

  /// Switches between runs of zeros and anything else.
  private mutating func setRun(_ run: Bool) throws(PlottingError) {
    guard run != isRun else { return }
    isRun = run
    stream.pointee.next_in = nil
    stream.pointee.avail_in = 0
    try withOutput { stream in
      deflateParams(stream, run ? 1 : Self.level, run ? Z_RLE : Z_DEFAULT_STRATEGY)
    }
    // The level has undone it.
    if !run { try tune() }
  }

  private mutating func add(_ row: [UInt8]) throws(PlottingError) {
    var failure: PlottingError?
    row.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(bytes.count)
      do throws(PlottingError) {
        try deflate(flush: Z_NO_FLUSH, until: Z_OK)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Compresses what was given, until all is taken, or written at the end.
  private mutating func deflate(flush: Int32, until end: Int32) throws(PlottingError) {
    try withOutput { stream in
      CZlib.deflate(stream, flush)
    } isDone: { status, stream in
      status == end && stream.pointee.avail_in == 0
    }
  }

  /// Calls zlib with room for its output as often as it needs.
  private mutating func withOutput(
    _ body: (UnsafeMutablePointer<z_stream>) -> Int32,
    isDone: (Int32, UnsafeMutablePointer<z_stream>) -> Bool = { status, stream in
      status == Z_OK && stream.pointee.avail_out > 0
    }
  ) throws(PlottingError) {
    let room = 1 << 15
    while true {
      var status = Z_OK
      let stream = self.stream
      output.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(room)
          status = body(stream)
          count = room - Int(stream.pointee.avail_out)
        })
      if isDone(status, stream) { return }
      guard status == Z_OK || status == Z_BUF_ERROR, stream.pointee.avail_out == 0 else {
        throw PlottingError(operation: "compress PNG", reason: "zlib error \(status)")
      }
    }
  }
}
