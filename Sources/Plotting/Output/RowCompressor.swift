import CZlib

/// Compresses the rows of a PNG as a zlib stream (RFC 1950).
///
/// Most rows of a figure are equal to the one above, and become zeros. A run of such rows is compressed once for each of its
/// lengths, as a piece that refers to nothing before it, and copied wherever a run has that length. Little is lost: deflate
/// looks back 32 kB at most, which is five rows of a large figure. Everything else is compressed unfiltered.
struct RowCompressor: ~Copyable {
  /// Rows in a run from which on a piece of its own pays.
  static let shortestRun = 3

  private let stream: Deflater
  private var output: [UInt8] = [0x78, 0x5E]  // Deflate with a window of 32 kB, fast.
  private var checksum: uLong = 1
  private var runs: [Int: Run] = [:]

  /// Rows of zeros, compressed.
  private struct Run {
    var bytes: [UInt8]
    var checksum: uLong
    var length: Int
  }

  private init() throws(PlottingError) {
    stream = try Deflater(.places)
    output.reserveCapacity(1 << 17)
  }

  /// The compressed rows of `pixels`.
  static func compress(_ pixels: PixelBuffer, _ format: PNGFormat) throws(PlottingError) -> [UInt8] {
    var compressor = try RowCompressor()
    let count = format.rowBytes(width: pixels.width) + 1
    // PNG's filter types: 0 leaves a row as it is, 2 takes the row above from it.
    var plain = [UInt8](repeating: 0, count: count)
    let zeros = [2] + [UInt8](repeating: 0, count: count - 1)
    var y = 0
    while y < pixels.height {
      var repeats = 0
      while y + repeats < pixels.height && pixels.repeatsRow(y + repeats) { repeats += 1 }
      if repeats >= shortestRun {
        try compressor.addRun(of: repeats, zeros)
      } else if repeats > 0 {
        for _ in 0..<repeats { try compressor.add(zeros) }
      } else {
        plain.withUnsafeMutableBufferPointer { row in
          if let start = row.baseAddress { format.pack(pixels.row(y), into: start + 1) }
        }
        try compressor.add(plain)
      }
      y += max(repeats, 1)
    }
    return try compressor.finish()
  }

  private mutating func add(_ row: [UInt8]) throws(PlottingError) {
    checksum = Self.checksum(row, after: checksum)
    try Self.add(row, to: stream, flush: Z_NO_FLUSH, &output)
  }

  private mutating func addRun(of count: Int, _ zeros: [UInt8]) throws(PlottingError) {
    let run: Run
    if let known = runs[count] {
      run = known
    } else {
      run = try Self.run(of: count, zeros)
      runs[count] = run
    }
    // What comes before is written out, and what comes after cannot refer to it: the run lies between.
    try Self.add([], to: stream, flush: Z_SYNC_FLUSH, &output)
    try stream.reset()
    output += run.bytes
    checksum = adler32_combine(checksum, run.checksum, run.length)
  }

  private static func run(of count: Int, _ zeros: [UInt8]) throws(PlottingError) -> Run {
    let stream = try Deflater(.runs)
    var run = Run(bytes: [], checksum: 1, length: count * zeros.count)
    for row in 1...count {
      run.checksum = checksum(zeros, after: run.checksum)
      try add(zeros, to: stream, flush: row == count ? Z_SYNC_FLUSH : Z_NO_FLUSH, &run.bytes)
    }
    return run
  }

  private mutating func finish() throws(PlottingError) -> [UInt8] {
    try Self.add([], to: stream, flush: Z_FINISH, &output)
    for shift in [24, 16, 8, 0] { output.append(UInt8(truncatingIfNeeded: checksum >> uLong(shift))) }
    return output
  }

  private static func checksum(_ row: [UInt8], after checksum: uLong) -> uLong {
    row.withUnsafeBufferPointer { adler32(checksum, $0.baseAddress, UInt32($0.count)) }
  }

  private static func add(
    _ row: [UInt8], to stream: borrowing Deflater, flush: Int32, _ output: inout [UInt8]
  ) throws(PlottingError) {
    var failure: PlottingError?
    row.withUnsafeBufferPointer { bytes in
      do throws(PlottingError) { try stream.add(bytes, flush: flush, to: &output) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
