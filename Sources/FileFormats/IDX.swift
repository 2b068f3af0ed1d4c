/// An array of an IDX file, the format of MNIST: unsigned bytes of any number of dimensions.
package struct IDXArray: Sendable, Equatable {
  /// The size along each dimension, the slowest first.
  package let shape: [Int]
  /// All elements, the last dimension the fastest.
  package let elements: [UInt8]

  /// Takes as many elements as `shape` says.
  package init(shape: [Int], elements: [UInt8]) {
    precondition(elementCount(of: shape) == elements.count, "the elements must fill \(shape)")
    self.shape = shape
    self.elements = elements
  }
}

/// IDX files, plain or gzip-compressed; which of them is seen from the bytes.
///
/// Two zeros, the element type (8: unsigned byte), the number of dimensions, each dimension as a big-endian 32-bit
/// number, then the elements.
package enum IDX {
  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for errors.
  ///   - dimensions: how many dimensions it must have: 3 for images, 1 for labels.
  ///   - limit: the most elements that are read.
  /// - Throws: where the file is empty, of another kind, cut off, too long, damaged, or larger than `limit`.
  package static func read(
    _ bytes: UnsafeRawBufferPointer, file: String, dimensions: Int, limit: Int = mostElements
  ) throws(FormatError) -> IDXArray {
    if Gzip.isGzip(bytes) {
      var stream = try GzipStream(bytes, file: file)
      return try read(from: &stream, file: file, dimensions: dimensions, limit: limit)
    }
    var cursor = ByteCursor(bytes)
    return try read(from: &cursor, file: file, dimensions: dimensions, limit: limit)
  }

  /// Reads a whole file; see the other form.
  package static func read(
    _ bytes: [UInt8], file: String, dimensions: Int, limit: Int = mostElements
  ) throws(FormatError) -> IDXArray {
    try bytes.withBytes { (bytes) throws(FormatError) in
      try read(bytes, file: file, dimensions: dimensions, limit: limit)
    }
  }

  private static func read<Source: ByteSource & ~Copyable>(
    from source: inout Source, file: String, dimensions: Int, limit: Int
  ) throws(FormatError) -> IDXArray {
    func error(at place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
      FormatError(.read, format: "IDX", file: file, at: place, problem: problem, advice: advice)
    }
    let wrongFile = "Check that it is the file you mean"
    let cutOff = "It is cut off: get it again"

    let magic = try source.read(upTo: 4)
    if magic.isEmpty { throw error(at: .wholeFile, "it is empty", "Get it again") }
    for (offset, byte) in magic.prefix(2).enumerated() where byte != 0 {
      throw error(at: .byte(offset), "it does not begin with two zeros, as IDX does", wrongFile)
    }
    if magic.count < 4 { throw error(at: .byte(magic.count), "it ends within its header", cutOff) }
    if magic[2] != 0x08 {
      throw error(
        at: .byte(2), "its elements are of type 0x\(hexadecimal(magic[2])), not unsigned bytes (0x08)",
        "Save it with unsigned bytes")
    }
    if Int(magic[3]) != dimensions {
      throw error(at: .byte(3), "it has \(magic[3]) dimensions, not \(dimensions)", wrongFile)
    }

    let sizes = try source.read(upTo: 4 * dimensions)
    if sizes.count < 4 * dimensions {
      throw error(at: .byte(source.position), "it ends within its header", cutOff)
    }
    let shape = shape(from: sizes[...])
    let written = shape.map(String.init).joined(separator: " x ")
    guard let count = elementCount(of: shape), count <= limit else {
      throw error(at: .byte(4), "\(written) elements are more than the \(limit) that can be read", wrongFile)
    }

    let elements = try source.read(upTo: count)
    if elements.count < count {
      throw error(
        at: .byte(source.position), "it ends after \(elements.count) of \(count) elements (\(written))", cutOff)
    }
    let end = source.position
    if try !source.read(upTo: 1).isEmpty {
      throw error(
        at: .byte(end), "it goes on after its last element (\(written))",
        "Its header and its data disagree: get it again")
    }
    return IDXArray(shape: shape, elements: elements)
  }

  private static let mostElements = 1 << 32

  /// The shape from its big-endian numbers.
  private static func shape(from sizes: ArraySlice<UInt8>) -> [Int] {
    stride(from: sizes.startIndex, to: sizes.endIndex, by: 4).map { start in
      sizes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }

  /// The number of bytes that tell whether a file with this start is whole: one more than its header says. How far a
  /// compressed file goes is not known before it is unpacked.
  static func bytesNeeded(after start: [UInt8]) -> Int {
    if start.starts(with: Gzip.signature) { return .max }
    guard start.count >= 4, start.starts(with: [0, 0, 8]) else { return 0 }
    let header = 4 + 4 * Int(start[3])
    guard start.count >= header, let count = elementCount(of: shape(from: start[4..<header])), count <= mostElements
    else { return 0 }
    return header + count + 1
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
