/// JSON with the numbers that it lacks, as Python's json module has them: NaN, Infinity and -Infinity.
package enum JSON {
  /// Reads a document. NaN and infinities may stand with or without quotes.
  ///
  /// - Parameters:
  ///   - file: the file's name, for errors.
  ///   - format: what the document is, for errors.
  ///   - advice: what to do about a document that cannot be read.
  ///   - lists: how long lists of numbers are kept.
  /// - Throws: if the bytes are no JSON; the error names line and column.
  package static func read(
    _ bytes: [UInt8], file: String, format: String = "JSON", advice: String, lists: Lists = .values
  ) throws(FormatError) -> JSONDocument {
    func error(_ place: FormatError.Place, _ problem: String) -> FormatError {
      FormatError(.read, format: format, file: file, at: place, problem: problem, advice: advice)
    }
    // A text is a copy of all bytes, and most documents are plain ASCII.
    guard bytes.areASCII || String(validating: bytes, as: UTF8.self) != nil else {
      throw error(.wholeFile, "it is not UTF-8 text")
    }
    do throws(JSONParser.Failure) {
      return JSONDocument(value: try JSONParser.parse(bytes, lists: lists), file: file, format: format, advice: advice)
    } catch {
      let before = bytes[..<error.byte]
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = error.byte - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
      throw FormatError(
        .read, format: format, file: file, at: .field("line \(line), column \(column)"), problem: error.problem,
        advice: advice)
    }
  }

  /// How long lists of numbers are kept.
  package enum Lists: Sendable {
    /// As all others: ``JSONValue/array(_:)``.
    case values
    /// As ``JSONValue/numbers(_:)``, for documents that are decoded.
    case packed
  }

  /// How a document is laid out.
  package enum Layout: Sendable {
    /// Everything on one line.
    case compact
    /// One value per line, but long lists of numbers on one, and a line feed at the end.
    case lines
  }

  /// Writes a document with sorted keys. NaN and infinities are texts: `"NaN"`, `"Infinity"`, `"-Infinity"`.
  ///
  /// - Parameter file: the file's name, for errors.
  package static func write(
    _ value: some Encodable, _ layout: Layout, file: String, format: String = "JSON"
  ) throws(FormatError) -> [UInt8] {
    let node = try node(of: value, file: file, format: format)
    var bytes: [UInt8] = []
    JSONWriter.write(node, layout) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Writes a document in pieces, so that a long one need not be in memory.
  package static func write(
    _ value: some Encodable, _ layout: Layout, file: String, format: String = "JSON",
    to take: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try JSONWriter.write(node(of: value, file: file, format: format), layout, to: take)
  }

  private static func node(of value: some Encodable, file: String, format: String) throws(FormatError) -> JSONNode {
    let node = JSONNode()
    do {
      try JSONNodeEncoder(node: node).encode(value)
    } catch {
      throw FormatError(
        .write, format: format, file: file, at: .wholeFile, problem: "it cannot be written (\(error))",
        advice: "Report this as a bug")
    }
    return node
  }
}

extension [UInt8] {
  /// Whether no byte is above 127.
  fileprivate var areASCII: Bool {
    withUnsafeBytes { bytes in
      let whole = bytes.count / 8 * 8
      var all: UInt64 = 0
      for place in stride(from: 0, to: whole, by: 8) {
        all |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      }
      return all & 0x8080_8080_8080_8080 == 0 && bytes[whole...].allSatisfy { $0 < 0x80 }
    }
  }
}
