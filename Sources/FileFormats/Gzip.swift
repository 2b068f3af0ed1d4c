/// gzip files (RFC 1952), of one member or several.
package enum Gzip {
  /// How every gzip file begins.
  static let signature: [UInt8] = [0x1f, 0x8b]

  /// Whether the bytes begin as a gzip file does.
  package static func isGzip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: signature)
  }

  /// Unpacks a whole file; each member's checksum and length are checked.
  ///
  /// - Parameters:
  ///   - bytes: the compressed file.
  ///   - file: its name, for errors.
  ///   - limit: the most bytes that it may unpack to.
  /// - Throws: where the file is none of gzip, cut off, damaged, followed by something else, or larger than `limit`.
  package static func unpack(
    _ bytes: UnsafeRawBufferPointer, file: String, limit: Int
  ) throws(FormatError) -> [UInt8] {
    var stream = try GzipStream(bytes, file: file)
    // A file of one member ends with its unpacked length, so that one buffer takes it all. One byte more than the
    // limit is asked for: if it comes, the limit is exceeded.
    let most = limit.addingReportingOverflow(1).overflow ? limit : limit + 1
    var unpacked = try stream.read(upTo: min(stream.statedLength + 1, most))
    while unpacked.count < most {
      let more = try stream.read(upTo: min(max(unpacked.count, 1 << 16), most - unpacked.count))
      if more.isEmpty { return unpacked }
      unpacked += more
    }
    throw FormatError(
      .read, format: "gzip", file: file, at: .wholeFile, problem: "it unpacks to more than \(limit) bytes",
      advice: "Check that it is the file you mean; no file of this kind is that large")
  }

  /// Unpacks a whole file; see the other form.
  package static func unpack(_ bytes: [UInt8], file: String, limit: Int) throws(FormatError) -> [UInt8] {
    try bytes.withBytes { (bytes) throws(FormatError) in try unpack(bytes, file: file, limit: limit) }
  }
}
