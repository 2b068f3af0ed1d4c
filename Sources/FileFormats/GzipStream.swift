import CZlib

/// What a gzip file unpacks to, taken piece by piece. It may not outlive the file's bytes.
struct GzipStream: ~Copyable, ByteSource {
  private let file: String
  private let bytes: UnsafeRawBufferPointer
  private let inflater: Inflater
  private var consumed = 0
  private var isComplete = false
  private(set) var position = 0

  /// deflate packs at most 1032 bytes into one.
  private var possibleLength: Int { bytes.count * 1032 }

  var mostRemaining: Int { possibleLength - position }

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
    // 15 bits of window, the largest; + 16 for gzip's header and trailer instead of zlib's.
    guard let inflater = Inflater(windowBits: 15 + 16) else {
      throw FormatError(
        .read, format: "gzip", file: file, at: .wholeFile, problem: "zlib could not start",
        advice: "Free some memory and try again")
    }
    self.file = file
    self.bytes = bytes
    self.inflater = inflater
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
    let step = inflater.inflate(UnsafeRawBufferPointer(rebasing: bytes[consumed...]), into: output)
    consumed += step.consumed
    switch step.status {
    case Z_OK: break
    case Z_STREAM_END: try endMember()
    case Z_BUF_ERROR:
      throw error(
        at: .wholeFile, "its compressed data ends at byte \(bytes.count), in the middle", "It is cut off: get it again")
    case Z_DATA_ERROR:
      throw error(
        at: .wholeFile, "its compressed data is damaged before byte \(consumed) (\(inflater.reason))", "Get it again")
    case Z_MEM_ERROR:
      throw error(at: .wholeFile, "there is not enough memory to unpack it", "Free some memory and try again")
    default:
      throw error(at: .wholeFile, "zlib cannot unpack it (status \(step.status))", "Get it again")
    }
    return step.written
  }

  /// Goes on with the next member, or ends where there is none. Zeros may pad the end, as gzip(1) allows.
  private mutating func endMember() throws(FormatError) {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[consumed...])
    if rest.allSatisfy({ $0 == 0 }) {
      isComplete = true
    } else if Gzip.isGzip(rest) {
      let status = inflater.reset()
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
