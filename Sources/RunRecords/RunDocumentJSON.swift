import FileFormats

extension RunDocument {
  /// The document as `run.json` keeps it: keys sorted, one value per line.
  ///
  /// - Parameter file: the file's name, for errors.
  package func json(file: String) throws(FormatError) -> [UInt8] {
    try JSON.write(self, .lines, file: file)
  }

  /// Gives the same in pieces, as a long history's is large.
  func writeJSON(file: String, to take: (UnsafeRawBufferPointer) throws -> Void) throws {
    try JSON.write(self, .lines, file: file, to: take)
  }

  /// Reads `run.json`.
  ///
  /// - Throws: if the file is no JSON, a field is missing or of another type, or a newer program wrote it.
  package init(json: [UInt8], file: String) throws(FormatError) {
    let document = try JSON.read(
      json, file: file, advice: "Correct it as docs/run-format.md describes it, or make the run again",
      lists: .packed)
    try document.requireSchema(1...Self.schemaVersion)
    self = try document.decode(RunDocument.self)
  }
}
