/// The list of a ZIP file's members, as its central directory has it (APPNOTE.TXT, 4.3.12 and 4.3.16).
///
/// Only what `numpy.savez` and Python's `zipfile` write is read: one disk, no encryption, members stored or deflated, sizes of
/// less than 4 GB.
struct ZipArchive {
  /// A file in the archive.
  struct Member: Equatable {
    var name: String
    var isDeflated: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where its local header begins.
    var offset: Int
  }

  let bytes: BytesAt
  let file: String
  let members: [Member]

  private static let endSize = 22
  private static let entrySize = 46
  private static let localSize = 30
  private static let longestComment = 0xffff

  /// Whether a file begins as an archive with members does.
  static func canStart(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) }

  init(_ bytes: BytesAt, file: String) throws(FormatError) {
    func error(_ place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
      Self.error(file, place, problem, advice)
    }
    guard Self.canStart(bytes[0..<4]) else {
      throw error(.byte(0), bytes.size == 0 ? "it is empty" : "it does not begin with PK", "Save it with numpy.savez")
    }
    let tail = bytes[max(0, bytes.size - Self.endSize - Self.longestComment)..<bytes.size]
    guard let endInTail = Self.end(of: tail) else {
      throw error(.wholeFile, "it has no list of members at its end", "It is cut off: get it again")
    }
    let end = bytes.size - tail.count + endInTail
    let count = Int(Self.number(UInt16.self, tail, endInTail + 10))
    let size = Int(Self.number(UInt32.self, tail, endInTail + 12))
    let start = Int(Self.number(UInt32.self, tail, endInTail + 16))
    guard start + size <= end else { throw error(.byte(end), "its list of members is misplaced", "Get it again") }
    let list = bytes[start..<start + size]
    var position = 0
    var members: [Member] = []
    for _ in 0..<count {
      guard position + Self.entrySize <= list.count, Self.number(UInt32.self, list, position) == 0x0201_4b50 else {
        throw error(.byte(start + position), "its list of members is damaged", "Get it again")
      }
      let nameEnd = position + Self.entrySize + Int(Self.number(UInt16.self, list, position + 28))
      let next =
        nameEnd + Int(Self.number(UInt16.self, list, position + 30))
        + Int(Self.number(UInt16.self, list, position + 32))
      guard next <= list.count else {
        throw error(.byte(start + position), "its list of members is damaged", "Get it again")
      }
      let name = String(decoding: list[position + Self.entrySize..<nameEnd], as: UTF8.self)
      let method = Self.number(UInt16.self, list, position + 10)
      guard Self.number(UInt16.self, list, position + 8) & 1 == 0, method == 0 || method == 8 else {
        throw error(.field(name), "it is encrypted, or packed by method \(method)", "Save it with numpy.savez")
      }
      let member = Member(
        name: name, isDeflated: method == 8, checksum: Self.number(UInt32.self, list, position + 16),
        packedSize: Int(Self.number(UInt32.self, list, position + 20)),
        size: Int(Self.number(UInt32.self, list, position + 24)),
        offset: Int(Self.number(UInt32.self, list, position + 42)))
      guard member.packedSize < UInt32.max, member.size < UInt32.max, member.offset < UInt32.max else {
        throw error(.field(name), "it takes 4 GB or more", "Save the array as .npy, in single precision")
      }
      members.append(member)
      position = next
    }
    // Members that lie in each other could unpack to any size.
    guard members.reduce(0, { $0 + $1.packedSize }) <= bytes.size else {
      throw error(.wholeFile, "its members are larger than the file", "Get it again")
    }
    self.bytes = bytes
    self.file = file
    self.members = members
  }

  /// Where a member's packed bytes are.
  func place(of member: Member) throws(FormatError) -> Range<Int> {
    let header = bytes[member.offset..<member.offset + Self.localSize]
    if header.count == Self.localSize, Self.number(UInt32.self, header, 0) == 0x0403_4b50 {
      let start =
        member.offset + Self.localSize + Int(Self.number(UInt16.self, header, 26))
        + Int(Self.number(UInt16.self, header, 28))
      if start + member.packedSize <= bytes.size { return start..<start + member.packedSize }
    }
    throw error(.field(member.name), "it does not lie where the list of members says", "Get it again")
  }

  func error(_ place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
    Self.error(file, place, problem, advice)
  }

  private static func error(
    _ file: String, _ place: FormatError.Place, _ problem: String, _ advice: String
  ) -> FormatError {
    FormatError(.read, format: ".npz", file: file, at: place, problem: problem, advice: advice)
  }

  /// Where the end record begins; a comment may follow it.
  private static func end(of tail: [UInt8]) -> Int? {
    guard tail.count >= endSize else { return nil }
    return (0...tail.count - endSize).last { place in
      number(UInt32.self, tail, place) == 0x0605_4b50
        && place + endSize + Int(number(UInt16.self, tail, place + 20)) == tail.count
    }
  }

  private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _: Number.Type, _ bytes: [UInt8], _ offset: Int
  ) -> Number {
    bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self)) }
  }
}
