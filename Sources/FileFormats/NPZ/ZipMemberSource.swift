import CZlib

/// What a member of a ZIP file unpacks to, taken piece by piece. It may not outlive the archive's bytes.
struct ZipMemberSource: ~Copyable, ByteSource {
  private let archive: ZipArchive
  private let member: ZipArchive.Member
  private let packed: UnsafeRawBufferPointer
  /// Nil if the member is stored as it is.
  private let inflater: Inflater?
  private var consumed = 0
  private var checksum: UInt32 = 0
  private(set) var position = 0

  /// deflate packs at most 1032 bytes into one.
  private static let greatestRatio = 1032

  var mostRemaining: Int {
    min(member.size, packed.count * (member.isDeflated ? Self.greatestRatio : 1)) - position
  }

  init(
    _ member: ZipArchive.Member, of archive: ZipArchive, in bytes: UnsafeRawBufferPointer
  ) throws(FormatError) {
    let packed = try archive.contents(of: member, in: bytes)
    // If zlib refuses to start, nothing comes, as from a member that is cut off.
    inflater = member.isDeflated ? Inflater(windowBits: -15) : nil
    self.archive = archive
    self.member = member
    self.packed = packed
  }

  mutating func read(upTo count: Int) throws(FormatError) -> [UInt8] {
    let capacity = min(max(count, 0), mostRemaining)
    var status = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity && status == Z_OK {
        let rest = UnsafeRawBufferPointer(rebasing: packed[consumed...])
        let output = UnsafeMutableBufferPointer(rebasing: buffer[filled..<capacity])
        if member.isDeflated {
          guard let step = inflater?.inflate(rest, into: output) else { return }
          consumed += step.consumed
          filled += step.written
          status = step.status
        } else {
          UnsafeMutableRawBufferPointer(output).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: rest.prefix(output.count)))
          consumed += output.count
          filled += output.count
        }
      }
    }
    guard status == Z_OK || status == Z_STREAM_END else {
      throw archive.error(.field(member.name), "its compressed data is damaged or cut off", "Get it again")
    }
    position += piece.count
    checksum = CRC32.checksum(piece, continuing: checksum)
    // An array that is cut off is told by its own reader.
    if position == member.size && checksum != member.checksum {
      throw archive.error(.field(member.name), "its checksum is wrong", "It is damaged: get it again")
    }
    return piece
  }
}
