/// The records of a W&B file: LevelDB's log format, https://github.com/google/leveldb/blob/main/doc/log_format.md.
///
/// Blocks of 32,768 bytes, the header included, hold fragments: a little-endian 32-bit checksum, a 16-bit length, a type and
/// the data. A fragment stays within its block; the last bytes of a block that cannot hold the seven before the data are
/// zero. The checksum is zlib's CRC-32 of the type and the data.
struct WandBLog: ~Copyable {
  /// What of a record a fragment holds.
  private enum Fragment: UInt8 { case whole = 1, first, middle, last }

  private static let blockSize = 32_768
  private static let fragmentHeaderSize = 7
  /// Far more than a row, a configuration or a line of output has.
  private static let longestRecord = 64_000_000

  private let file: String
  private var stream: ByteStream
  /// Where the file ends within a record.
  private(set) var cutOffAt: Int?

  /// - Throws: if the stream does not begin with W&B's header.
  init(_ stream: consuming ByteStream, file: String) throws {
    self.stream = stream
    self.file = file
    let header = try self.stream.take(WandBFile.header.count).map { [UInt8]($0) }
    guard let header else {
      throw error(at: 0, "it ends within its header")
    }
    guard WandBFile.isBegun(by: header) else { throw error(at: 0, "it does not begin with :W&B") }
    guard header == WandBFile.header else { throw error(at: 6, "its version \(header[6]) is unknown") }
  }

  /// The next record and where it begins; nil at the end.
  mutating func next() throws -> (bytes: [UInt8], place: Int)? {
    var record: [UInt8] = []
    var start: Int?
    while try !stream.isAtEnd() {
      let left = Self.blockSize - stream.position % Self.blockSize
      if left < Self.fragmentHeaderSize {
        if try !stream.skip(left) { break }
        continue
      }
      let place = stream.position
      guard let head = try stream.take(Self.fragmentHeaderSize) else {
        cutOffAt = start ?? place
        return nil
      }
      let checksum = UInt32(littleEndian: head.loadUnaligned(as: UInt32.self))
      let length = Int(UInt16(littleEndian: head.loadUnaligned(fromByteOffset: 4, as: UInt16.self)))
      let type = head[6]
      guard let fragment = Fragment(rawValue: type), length <= left - Self.fragmentHeaderSize else {
        throw error(at: place, "a record's header is damaged")
      }
      guard let data = try stream.take(length) else {
        cutOffAt = start ?? place
        return nil
      }
      guard CRC32.checksum(data, continuing: CRC32.checksum([type])) == checksum else {
        throw error(at: place, "the checksum of a record is wrong")
      }
      let isContinued = fragment == .middle || fragment == .last
      guard isContinued == (start != nil) else { throw error(at: place, "a part of a record is missing") }
      guard record.count + length <= Self.longestRecord else { throw error(at: place, "a record is too long") }
      record.append(contentsOf: data)
      if fragment == .whole || fragment == .last { return (record, start ?? place) }
      if start == nil { start = place }
    }
    cutOffAt = start
    return nil
  }

  /// What is wrong at a byte.
  func error(at byte: Int, _ problem: String) -> FormatError {
    FormatError(
      .read, format: "W&B", file: file, at: .byte(byte), problem: problem,
      advice: "It is damaged, or no run-….wandb: copy it again")
  }
}
