/// Reads one .npy file.
struct NPYReader {
  let file: String

  /// numpy/_core/include/numpy/ndarraytypes.h: NPY_MAXDIMS.
  private static let mostDimensions = 64

  func read(_ bytes: UnsafeRawBufferPointer) throws(FormatError) -> NPYArray {
    var cursor = ByteCursor(bytes)
    let header = try header(&cursor)
    guard let type = header.descr.utf8.isEmpty ? nil : ElementType(descr: header.descr) else {
      throw error(
        at: .field("descr"), "its elements are of type '\(header.descr)'",
        "Save it as integers or floating-point numbers, such as array.astype('float32')")
    }
    if header.shape.count > Self.mostDimensions {
      throw error(
        at: .field("shape"),
        "it has \(header.shape.count) dimensions, and NumPy's arrays have \(Self.mostDimensions) at most",
        "Get it again")
    }
    guard let count = elementCount(of: header.shape),
      case let (size, overflow) = count.multipliedReportingOverflow(by: type.size), !overflow
    else {
      throw error(at: .field("shape"), "its shape \(header.shape) is impossibly large", "Get it again")
    }
    let start = cursor.position
    guard let data = cursor.take(size) else {
      throw error(
        at: .byte(bytes.count), "it ends after \(cursor.remaining) of the \(size) bytes of its elements",
        "It is cut off: get it again")
    }
    if cursor.remaining > 0 {
      throw error(
        at: .byte(start + size), "\(cursor.remaining) bytes follow its last element",
        "Its header and its data disagree: get it again")
    }
    let elements = type.elements(in: data, fortranShape: header.fortranOrder ? header.shape : nil)
    return NPYArray(shape: header.shape, elements: elements)
  }

  private func header(_ cursor: inout ByteCursor) throws(FormatError) -> NPYHeader {
    let cutOff = error(at: .wholeFile, "it ends within its header", "It is cut off: get it again")
    let isWhole = cursor.remaining >= NPY.magic.count
    guard let magic = cursor.take(min(NPY.magic.count, cursor.remaining)), NPY.magic.starts(with: magic),
      !magic.isEmpty
    else {
      throw error(
        at: .byte(0), cursor.bytes.isEmpty ? "it is empty" : "it does not begin with \\x93NUMPY",
        "Save it with numpy.save")
    }
    guard isWhole, let version = cursor.littleEndian(UInt16.self) else { throw cutOff }
    guard (1...3).contains(version & 0xff), version >> 8 == 0 else {
      throw error(at: .byte(6), "its version \(version & 0xff).\(version >> 8) is unknown", "Save it with numpy.save")
    }
    let length =
      version == 1 ? cursor.littleEndian(UInt16.self).map(Int.init) : cursor.littleEndian(UInt32.self).map(Int.init)
    guard let length, let text = cursor.take(length) else { throw cutOff }
    do {
      return try NPYHeader(parsing: text)
    } catch {
      throw self.error(at: .byte(cursor.position - length), error.problem, "Save it with numpy.save")
    }
  }

  private func error(at place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
    FormatError(.read, format: ".npy", file: file, at: place, problem: problem, advice: advice)
  }
}

/// What the elements of a .npy file are.
private struct ElementType {
  var isBigEndian: Bool
  /// `u`, `i` or `f`.
  var kind: Character
  /// Bytes an element.
  var size: Int

  /// Reads a type such as `<f4`; nil where it is none of those that are read.
  init?(descr: String) {
    let parts = Array(descr)
    guard parts.count == 3, "<>|=".contains(parts[0]), let size = parts[2].wholeNumberValue else { return nil }
    switch (parts[1], size) {
    case ("u", 1), ("i", 1): break
    case ("u", 2), ("u", 4), ("u", 8), ("i", 2), ("i", 4), ("i", 8), ("f", 2), ("f", 4), ("f", 8):
      if parts[0] == "|" { return nil }
    default: return nil
    }
    isBigEndian = parts[0] == ">"
    kind = parts[1]
    self.size = size
  }

  /// The elements in C order; `fortranShape` is the shape where the file holds them in Fortran order.
  func elements(in bytes: UnsafeRawBufferPointer, fortranShape: [Int]?) -> NPYArray.Elements {
    func values<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) -> [Number] {
      var values = numbers(in: bytes, as: Number.self)
      if isBigEndian && size > 1 { values = values.map(\.byteSwapped) }
      return fortranShape.map { inCOrder(values, shape: $0) } ?? values
    }
    return switch (kind, size) {
    case ("u", 1): .uint8(values(UInt8.self))
    case ("u", 2): .uint16(values(UInt16.self))
    case ("u", 4): .uint32(values(UInt32.self))
    case ("u", _): .uint64(values(UInt64.self))
    case ("i", 1): .int8(values(Int8.self))
    case ("i", 2): .int16(values(Int16.self))
    case ("i", 4): .int32(values(Int32.self))
    case ("i", _): .int64(values(Int64.self))
    case (_, 2): .float32(values(UInt16.self).map { Float(Float16(bitPattern: $0)) })
    case (_, 4): .float32(values(UInt32.self).map { Float(bitPattern: $0) })
    default: .float64(values(UInt64.self).map { Double(bitPattern: $0) })
    }
  }
}

/// Elements of Fortran order (the first dimension is the fastest) in C order (the last is).
private func inCOrder<Number>(_ values: [Number], shape: [Int]) -> [Number] {
  guard shape.count > 1, !values.isEmpty else { return values }
  // What one step along each dimension is in Fortran order.
  var strides = [Int](repeating: 1, count: shape.count)
  for dimension in 1..<shape.count { strides[dimension] = strides[dimension - 1] * shape[dimension - 1] }
  var index = [Int](repeating: 0, count: shape.count)
  var offset = 0
  var ordered: [Number] = []
  ordered.reserveCapacity(values.count)
  while true {
    ordered.append(values[offset])
    var dimension = shape.count - 1
    while dimension >= 0 {
      index[dimension] += 1
      offset += strides[dimension]
      if index[dimension] < shape[dimension] { break }
      offset -= strides[dimension] * shape[dimension]
      index[dimension] = 0
      dimension -= 1
    }
    if dimension < 0 { return ordered }
  }
}
