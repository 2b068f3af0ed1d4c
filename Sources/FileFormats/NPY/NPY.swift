/// NumPy's .npy files, versions 1 to 3.
///
/// `\x93NUMPY`, two bytes of version, the header's length (16 bits in version 1, 32 bits after), the header, then the
/// elements. See numpy.lib.format.
package enum NPY {
  static let magic: [UInt8] = [0x93] + "NUMPY".utf8

  /// Reads a whole file: booleans, integers of 1, 2, 4 or 8 bytes, floating-point numbers of 2, 4 or 8, of either byte
  /// order, and texts, in C or Fortran order.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for errors.
  /// - Throws: if the file is of another kind or holds other elements, or is cut off or too long.
  package static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> NPYArray {
    try bytes.withBytes { (bytes) throws(FormatError) in
      var source = ByteCursor(bytes)
      return try NPYReader(file: file).read(&source)
    }
  }

  /// Reads a whole file as its bytes come, so that only the array takes memory.
  ///
  /// - Parameters:
  ///   - source: where the bytes come from.
  ///   - file: the file's name, for errors.
  ///   - roundsToFloat32: whether float64 is rounded to float32, which takes half of the memory.
  /// - Throws: as ``read(_:file:)`` does, and what the source throws.
  package static func read(
    from source: inout some ByteSource & ~Copyable, file: String, roundsToFloat32: Bool = false
  ) throws(FormatError) -> NPYArray {
    try NPYReader(file: file, roundsToFloat32: roundsToFloat32).read(&source)
  }

  /// Writes an array to bytes as `numpy.save` does, in C order and little-endian.
  package static func write(_ array: NPYArray) -> [UInt8] {
    var bytes: [UInt8] = []
    write(array) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Writes an array in two pieces, so that it need not be in memory twice: the header, and the elements where they are.
  package static func write(_ array: NPYArray, to take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let header = NPYHeader(descr: descr(of: array.elements), fortranOrder: false, shape: array.shape).text
    try preamble(header).withUnsafeBytes(take)
    switch array.elements {
    case .uint8(let values): try values.withUnsafeBytes(take)
    case .uint16(let values): try values.withUnsafeBytes(take)
    case .uint32(let values): try values.withUnsafeBytes(take)
    case .uint64(let values): try values.withUnsafeBytes(take)
    case .int8(let values): try values.withUnsafeBytes(take)
    case .int16(let values): try values.withUnsafeBytes(take)
    case .int32(let values): try values.withUnsafeBytes(take)
    case .int64(let values): try values.withUnsafeBytes(take)
    case .float32(let values): try values.withUnsafeBytes(take)
    case .float64(let values): try values.withUnsafeBytes(take)
    case .texts(let values):
      let length = longest(values)
      let scalars = values.flatMap { text in
        let scalars = text.unicodeScalars.map(\.value.littleEndian)
        return scalars + [UInt32](repeating: 0, count: length - scalars.count)
      }
      try scalars.withUnsafeBytes(take)
    }
  }

  /// All that stands before the elements. Spaces and a line feed fill the header so that the elements begin at a
  /// multiple of 64 bytes; as in NumPy, at least one and up to 64 spaces.
  private static func preamble(_ header: String) -> [UInt8] {
    let lengthSize = header.utf8.count + 65 > Int(UInt16.max) ? 4 : 2
    let used = magic.count + 2 + lengthSize + header.utf8.count + 1
    let padded = header + String(repeating: " ", count: 64 - used % 64) + "\n"
    let length = (0..<lengthSize).map { UInt8(padded.utf8.count >> (8 * $0) & 0xff) }
    return magic + [lengthSize == 2 ? 1 : 2, 0] + length + padded.utf8
  }

  private static func descr(of elements: NPYArray.Elements) -> String {
    switch elements {
    case .uint8: "|u1"
    case .uint16: "<u2"
    case .uint32: "<u4"
    case .uint64: "<u8"
    case .int8: "|i1"
    case .int16: "<i2"
    case .int32: "<i4"
    case .int64: "<i8"
    case .float32: "<f4"
    case .float64: "<f8"
    case .texts(let values): "<U\(longest(values))"
    }
  }

  /// The number of characters of NumPy's type for texts, which is at least 1.
  private static func longest(_ texts: [String]) -> Int {
    texts.map(\.unicodeScalars.count).max().map { max($0, 1) } ?? 1
  }
}
