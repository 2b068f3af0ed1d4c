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

  let file: String
  let members: [Member]

  private static let endSize = 22
  private static let entrySize = 46
  private static let localSize = 30

  /// Whether a file begins as an archive with members does.
  static func canStart(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) }

  init(_ bytes: UnsafeRawBufferPointer, file: String) throws(FormatError) {
    func error(_ place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
      Self.error(file, place, problem, advice)
    }
    guard Self.canStart(bytes.prefix(4)) else {
      throw error(.byte(0), bytes.isEmpty ? "it is empty" : "it does not begin with PK", "Save it with numpy.savez")
    }
    guard let end = Self.end(of: bytes) else {
      throw error(.wholeFile, "it has no list of members at its end", "It is cut off: get it again")
    }
    let count = Int(Self.number(UInt16.self, bytes, end + 10))
    let size = Int(Self.number(UInt32.self, bytes, end + 12))
    var position = Int(Self.number(UInt32.self, bytes, end + 16))
    guard position + size <= end else { throw error(.byte(end), "its list of members is misplaced", "Get it again") }
    var members: [Member] = []
    for _ in 0..<count {
      guard position + Self.entrySize <= end, Self.number(UInt32.self, bytes, position) == 0x0201_4b50 else {
        throw error(.byte(position), "its list of members is damaged", "Get it again")
      }
      let nameEnd = position + Self.entrySize + Int(Self.number(UInt16.self, bytes, position + 28))
      let next =
        nameEnd + Int(Self.number(UInt16.self, bytes, position + 30))
        + Int(Self.number(UInt16.self, bytes, position + 32))
      guard next <= end else { throw error(.byte(position), "its list of members is damaged", "Get it again") }
      let name = String(decoding: bytes[position + Self.entrySize..<nameEnd], as: UTF8.self)
      let method = Self.number(UInt16.self, bytes, position + 10)
      guard Self.number(UInt16.self, bytes, position + 8) & 1 == 0, method == 0 || method == 8 else {
        throw error(.field(name), "it is encrypted, or packed by method \(method)", "Save it with numpy.savez")
      }
      let member = Member(
        name: name, isDeflated: method == 8, checksum: Self.number(UInt32.self, bytes, position + 16),
        packedSize: Int(Self.number(UInt32.self, bytes, position + 20)),
        size: Int(Self.number(UInt32.self, bytes, position + 24)),
        offset: Int(Self.number(UInt32.self, bytes, position + 42)))
      guard member.packedSize < UInt32.max, member.size < UInt32.max, member.offset < UInt32.max else {
        throw error(.field(name), "it takes 4 GB or more", "Save the array as .npy, in single precision")
      }
      members.append(member)
      position = next
    }
    // Members that lie in each other could unpack to any size.
    guard members.reduce(0, { $0 + $1.packedSize }) <= bytes.count else {
      throw error(.wholeFile, "its members are larger than the file", "Get it again")
    }
    self.file = file
    self.members = members
  }

  /// What a member holds, packed.
  func contents(of member: Member, in bytes: UnsafeRawBufferPointer) throws(FormatError) -> UnsafeRawBufferPointer {
    let offset = member.offset
    if offset + Self.localSize <= bytes.count, Self.number(UInt32.self, bytes, offset) == 0x0403_4b50 {
      let start =
        offset + Self.localSize + Int(Self.number(UInt16.self, bytes, offset + 26))
        + Int(Self.number(UInt16.self, bytes, offset + 28))
      if start + member.packedSize <= bytes.count {
        return UnsafeRawBufferPointer(rebasing: bytes[start..<start + member.packedSize])
      }
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

  /// Where the end record begins; a comment of up to 64 kB may follow it.
  private static func end(of bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= endSize else { return nil }
    let last = bytes.count - endSize
    return (max(0, last - 0xffff)...last).last { place in
      number(UInt32.self, bytes, place) == 0x0605_4b50
        && place + endSize + Int(number(UInt16.self, bytes, place + 20)) == bytes.count
    }
  }

  private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _: Number.Type, _ bytes: UnsafeRawBufferPointer, _ offset: Int
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}
