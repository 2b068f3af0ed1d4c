import CZlib

/// What a member of a ZIP file unpacks to, taken piece by piece.
struct ZipMemberSource: ~Copyable, ByteSource {
  private let archive: ZipArchive
  private let member: ZipArchive.Member
  /// Where the packed bytes are that were not yet taken from the file.
  private var packed: Range<Int>
  /// Packed bytes that were taken and not yet unpacked.
  private var window: ArraySlice<UInt8> = []
  /// Nil if the member is stored as it is.
  private let inflater: Inflater?
  private var checksum: UInt32 = 0
  private(set) var position = 0

  /// deflate packs at most 1032 bytes into one.
  private static let greatestRatio = 1032

  var mostRemaining: Int {
    min(member.size, member.packedSize * (member.isDeflated ? Self.greatestRatio : 1)) - position
  }

  init(_ member: ZipArchive.Member, of archive: ZipArchive) throws(FormatError) {
    packed = try archive.place(of: member)
    // If zlib refuses to start, nothing comes, as from a member that is cut off.
    inflater = member.isDeflated ? Inflater(windowBits: -15) : nil
    self.archive = archive
    self.member = member
  }

  mutating func read(upTo count: Int) throws(FormatError) -> [UInt8] {
    let capacity = min(max(count, 0), mostRemaining)
    var status = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      if !member.isDeflated {
        filled = archive.bytes.fill(UnsafeMutableRawBufferPointer(buffer), from: packed.lowerBound)
        packed = packed.lowerBound + filled..<packed.upperBound
        return
      }
      while filled < capacity && status == Z_OK {
        if window.isEmpty {
          window = archive.bytes[packed.prefix(1 << 16)][...]
          packed = packed.dropFirst(window.count)
        }
        let output = UnsafeMutableBufferPointer(rebasing: buffer[filled..<capacity])
        guard let step = window.withUnsafeBytes({ inflater?.inflate($0, into: output) }) else { return }
        window = window.dropFirst(step.consumed)
        filled += step.written
        status = step.status
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
