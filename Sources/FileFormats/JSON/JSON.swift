/// JSON with the numbers that it lacks, as Python's json module has them: NaN, Infinity and -Infinity.
package enum JSON {
  /// Reads a document. NaN and infinities may stand with or without quotes.
  ///
  /// - Parameters:
  ///   - file: the file's name, for errors.
  ///   - format: what the document is, for errors.
  ///   - advice: what to do about a document that cannot be read.
  /// - Throws: if the bytes are no JSON; the error names line and column.
  package static func read(
    _ bytes: [UInt8], file: String, format: String = "JSON", advice: String
  ) throws(FormatError) -> JSONDocument {
    func error(_ place: FormatError.Place, _ problem: String) -> FormatError {
      FormatError(.read, format: format, file: file, at: place, problem: problem, advice: advice)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw error(.wholeFile, "it is not UTF-8 text") }
    do throws(JSONParser.Failure) {
      return JSONDocument(value: try JSONParser.parse(bytes), file: file, format: format, advice: advice)
    } catch {
      let before = bytes[..<error.byte]
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = error.byte - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
      throw FormatError(
        .read, format: format, file: file, at: .field("line \(line), column \(column)"), problem: error.problem,
        advice: advice)
    }
  }

  /// How a document is laid out.
  package enum Layout: Sendable {
    /// Everything on one line.
    case compact
    /// One value per line, and a line feed at the end.
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
