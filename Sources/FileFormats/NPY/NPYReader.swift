/// Reads one .npy file.
struct NPYReader {
  let file: String
  var roundsToFloat32 = false

  /// numpy/_core/include/numpy/ndarraytypes.h: NPY_MAXDIMS.
  private static let mostDimensions = 64
  /// Bytes of the longest header that NumPy reads without being asked to trust it: numpy/lib/_format_impl.py.
  private static let longestHeader = 1 << 20

  func read(_ source: inout some ByteSource & ~Copyable) throws(FormatError) -> NPYArray {
    let header = try header(&source)
    guard let type = NPYElementType(descr: header.descr) else {
      throw error(
        at: .field("descr"), "its elements are of type '\(header.descr)'", NPYElementType.advice(for: header.descr))
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
    let start = source.position
    guard size <= source.mostRemaining else { throw cutOff(at: start, after: source.mostRemaining, of: size) }
    let order = header.fortranOrder && header.shape.count > 1 ? header.shape : nil
    let elements = try elements(of: type, count: count, fortranShape: order, from: &source)
    let rest = try source.read(upTo: 1 << 16).count
    if rest > 0 {
      throw error(
        at: .byte(start + size), "\(rest + source.mostRemaining) bytes follow its last element",
        "Its header and its data disagree: get it again")
    }
    return NPYArray(shape: header.shape, elements: elements)
  }

  private func header(_ source: inout some ByteSource & ~Copyable) throws(FormatError) -> NPYHeader {
    let cutOff = error(at: .wholeFile, "it ends within its header", "It is cut off: get it again")
    let magic = try source.read(upTo: NPY.magic.count)
    guard NPY.magic.starts(with: magic), !magic.isEmpty else {
      throw error(
        at: .byte(0), magic.isEmpty ? "it is empty" : "it does not begin with \\x93NUMPY", "Save it with numpy.save")
    }
    let version = try source.read(upTo: 2)
    guard magic.count == NPY.magic.count, version.count == 2 else { throw cutOff }
    guard (1...3).contains(version[0]), version[1] == 0 else {
      throw error(at: .byte(6), "its version \(version[0]).\(version[1]) is unknown", "Save it with numpy.save")
    }
    let lengthSize = version[0] == 1 ? 2 : 4
    let lengthBytes = try source.read(upTo: lengthSize)
    let length = lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard lengthBytes.count == lengthSize, length <= source.mostRemaining else { throw cutOff }
    guard length <= Self.longestHeader else {
      throw error(at: .byte(8), "its header has \(length) bytes", "Get it again")
    }
    let start = source.position
    let text = try source.read(upTo: length)
    guard text.count == length else { throw cutOff }
    do {
      return try NPYHeader(parsing: text)
    } catch {
      throw self.error(at: .byte(start), error.problem, "Save it with numpy.save")
    }
  }

  private func elements(
    of type: NPYElementType, count: Int, fortranShape: [Int]?, from source: inout some ByteSource & ~Copyable
  ) throws(FormatError) -> NPYArray.Elements {
    let form = Form(count: count, fortranShape: fortranShape, isBigEndian: type.isBigEndian, start: source.position)
    // The compiler does not specialize what is generic over a noncopyable source, so that it must not hold the loops.
    func next(_ count: Int) throws(FormatError) -> [UInt8] { try source.read(upTo: count) }
    switch (type.kind, type.size) {
    case (.bool, _): return .uint8(try values(form, next) { (raw: UInt8) in raw == 0 ? 0 : 1 })
    case (.unsigned, 1): return .uint8(try values(form, next) { (raw: UInt8) in raw })
    case (.unsigned, 2): return .uint16(try values(form, next) { (raw: UInt16) in raw })
    case (.unsigned, 4): return .uint32(try values(form, next) { (raw: UInt32) in raw })
    case (.unsigned, _): return .uint64(try values(form, next) { (raw: UInt64) in raw })
    case (.signed, 1): return .int8(try values(form, next) { (raw: Int8) in raw })
    case (.signed, 2): return .int16(try values(form, next) { (raw: Int16) in raw })
    case (.signed, 4): return .int32(try values(form, next) { (raw: Int32) in raw })
    case (.signed, _): return .int64(try values(form, next) { (raw: Int64) in raw })
    case (.float, 2): return .float32(try values(form, next) { Float(Float16(bitPattern: $0)) })
    case (.float, 4): return .float32(try values(form, next) { Float(bitPattern: $0) })
    case (.float, _) where roundsToFloat32:
      return .float32(try values(form, next) { Float(Double(bitPattern: $0)) })
    case (.float, _): return .float64(try values(form, next) { Double(bitPattern: $0) })
    case (.unicode, _), (.bytes, _): return .texts(try texts(form, of: type, next))
    }
  }

  /// Texts in C order. Zeros fill them up to their size.
  private func texts(
    _ form: Form, of type: NPYElementType, _ next: (_ count: Int) throws(FormatError) -> [UInt8]
  ) throws(FormatError) -> [String] {
    var places = form.fortranShape.map(PlacesInCOrder.init)
    var texts = [String](repeating: "", count: places == nil ? 0 : form.count)
    var taken = 0
    while taken < form.count {
      let wanted = min(form.count - taken, max(1, (1 << 18) / type.size))
      let piece = try next(wanted * type.size)
      guard piece.count == wanted * type.size else {
        throw cutOff(at: form.start, after: taken * type.size + piece.count, of: form.count * type.size)
      }
      for start in stride(from: 0, to: piece.count, by: type.size) {
        let text = Self.text(piece[start..<start + type.size], type)
        if let place = places?.next() { texts[place] = text } else { texts.append(text) }
      }
      taken += wanted
    }
    return texts
  }

  private static func text(_ bytes: ArraySlice<UInt8>, _ type: NPYElementType) -> String {
    func filled<Unit: FixedWidthInteger>(_ units: [Unit]) -> ArraySlice<Unit> {
      units[..<((units.lastIndex { $0 != 0 } ?? -1) + 1)]
    }
    if type.kind == .bytes { return String(decoding: filled(Array(bytes)), as: UTF8.self) }
    let units = bytes.withUnsafeBytes { numbers(in: $0, as: UInt32.self) }
    return String(decoding: filled(type.isBigEndian ? units.map { UInt32(bigEndian: $0) } : units), as: UTF32.self)
  }

  /// How the elements lie in the file.
  private struct Form {
    var count: Int
    /// The shape if the first dimension is the fastest.
    var fortranShape: [Int]?
    var isBigEndian: Bool
    /// The place of the first.
    var start: Int
  }

  /// The elements in C order, taken in pieces.
  private func values<Raw: FixedWidthInteger & BitwiseCopyable, Number>(
    _ form: Form, _ next: (_ count: Int) throws(FormatError) -> [UInt8], _ convert: (Raw) -> Number
  ) throws(FormatError) -> [Number] {
    var values: [Number] = []
    if form.fortranShape == nil { values.reserveCapacity(form.count) }
    var places = form.fortranShape.map(PlacesInCOrder.init)
    var taken = 0
    while taken < form.count {
      let wanted = min(form.count - taken, 1 << 16)
      let piece = try next(wanted * MemoryLayout<Raw>.size)
      guard piece.count == wanted * MemoryLayout<Raw>.size else {
        let taken = taken * MemoryLayout<Raw>.size + piece.count
        throw cutOff(at: form.start, after: taken, of: form.count * MemoryLayout<Raw>.size)
      }
      let raw = piece.withUnsafeBytes { numbers(in: $0, as: Raw.self) }
      if taken == 0, let first = raw.first, places != nil {
        values = [Number](repeating: convert(first), count: form.count)
      }
      for number in raw {
        let value = convert(form.isBigEndian ? Raw(bigEndian: number) : number)
        if form.fortranShape == nil {
          values.append(value)
        } else if let place = places?.next() {
          values[place] = value
        }
      }
      taken += wanted
    }
    return values
  }

  private func cutOff(at start: Int, after count: Int, of size: Int) -> FormatError {
    error(
      at: .byte(start + count), "it ends after \(count) of the \(size) bytes of its elements",
      "It is cut off: get it again")
  }

  private func error(at place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
    FormatError(.read, format: ".npy", file: file, at: place, problem: problem, advice: advice)
  }
}
