import CZlib

/// What a gzip file unpacks to, taken piece by piece. It may not outlive the file's bytes.
struct GzipStream: ~Copyable, ByteSource {
  private let file: String
  private let bytes: UnsafeRawBufferPointer
  // zlib keeps a pointer to its stream, so the stream may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var consumed = 0
  private var isComplete = false
  private(set) var position = 0

  /// deflate packs at most 1032 bytes into one.
  private var possibleLength: Int { bytes.count * 1032 }

  /// The length that the file's last four bytes state, as far as the file's size makes it possible.
  var statedLength: Int {
    guard bytes.count >= 18 else { return 0 }
    let stated = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
    return min(Int(stated), possibleLength)
  }

  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(FormatError) {
    guard Gzip.isGzip(bytes) else {
      throw FormatError(
        .read, format: "gzip", file: file, at: .byte(0),
        problem: bytes.isEmpty ? "it is empty" : "it does not begin with 1f 8b",
        advice: "Check that it is the file you mean")
    }
    guard let stream = Self.makeStream() else {
      throw FormatError(
        .read, format: "gzip", file: file, at: .wholeFile, problem: "zlib could not start",
        advice: "Free some memory and try again")
    }
    self.file = file
    self.bytes = bytes
    self.stream = stream
  }

  /// A stream that is ready to inflate; nil where zlib refuses.
  private static func makeStream() -> UnsafeMutablePointer<z_stream>? {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, the largest; + 16 for gzip's header and trailer instead of zlib's.
    if inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK { return stream }
    stream.deinitialize(count: 1)
    stream.deallocate()
    return nil
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  mutating func read(upTo count: Int) throws(FormatError) -> [UInt8] {
    let capacity = min(max(count, 0), possibleLength - position)
    var failure: FormatError?
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      do throws(FormatError) {
        while filled < capacity && !isComplete {
          filled += try inflateOnce(into: UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    position += piece.count
    return piece
  }

  /// Lets zlib go on until it has filled `output`, has no input left or ends a member; tells how much it wrote.
  private mutating func inflateOnce(into output: UnsafeMutableBufferPointer<UInt8>) throws(FormatError) -> Int {
    let input = bytes[consumed...].prefix(Int(UInt32.max))
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: UnsafeRawBufferPointer(rebasing: input).assumingMemoryBound(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    let room = UInt32(min(output.count, Int(UInt32.max)))
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = room
    let status = inflate(stream, Z_NO_FLUSH)
    consumed += input.count - Int(stream.pointee.avail_in)
    switch status {
    case Z_OK: break
    case Z_STREAM_END: try endMember()
    case Z_BUF_ERROR:
      throw error(
        at: .wholeFile, "its compressed data ends at byte \(bytes.count), in the middle", "It is cut off: get it again")
    case Z_DATA_ERROR:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "invalid data"
      throw error(
        at: .wholeFile, "its compressed data is damaged before byte \(consumed) (\(reason))", "Get it again")
    case Z_MEM_ERROR:
      throw error(at: .wholeFile, "there is not enough memory to unpack it", "Free some memory and try again")
    default:
      throw error(at: .wholeFile, "zlib cannot unpack it (status \(status))", "Get it again")
    }
    return Int(room - stream.pointee.avail_out)
  }

  /// Goes on with the next member, or ends where there is none. Zeros may pad the end, as gzip(1) allows.
  private mutating func endMember() throws(FormatError) {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[consumed...])
    if rest.allSatisfy({ $0 == 0 }) {
      isComplete = true
    } else if Gzip.isGzip(rest) {
      let status = inflateReset(stream)
      if status != Z_OK {
        throw error(at: .wholeFile, "zlib cannot start on its next member (status \(status))", "Get it again")
      }
    } else {
      throw error(
        at: .wholeFile, "something other than gzip data follows at compressed byte \(consumed)", "Get it again")
    }
  }

  private func error(at place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
    FormatError(.read, format: "gzip", file: file, at: place, problem: problem, advice: advice)
  }
}
