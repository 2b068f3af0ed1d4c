import FileFormats

/// Classes as lines of text, `y_true.txt`: a name each, perhaps below a title such as `label`.
enum NameLines {
  /// Whether a file may hold such lines, by its first bytes.
  static func areIn(_ file: ModelFile) -> Bool {
    guard file.ending == "txt", !CSVPredictions.recognizes(file),
      let text = String(validating: file.headLines, as: UTF8.self)
    else { return false }
    return !text.isEmpty && !text.contains { ",;\t|{}[]=:".contains($0) }
  }

  /// Reads the lines.
  ///
  /// - Throws: if the bytes are no UTF-8, or a line within is empty.
  static func array(in bytes: [UInt8], file: String) throws(FormatError) -> NPYArray {
    func error(_ place: FormatError.Place, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "text", file: file, at: place, problem: problem, advice: "Write one class per line, as UTF-8")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw error(.wholeFile, "it is not UTF-8 text") }
    var lines = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
    while lines.last == "" { lines.removeLast() }
    if let empty = lines.firstIndex(of: "") { throw error(.field("line \(empty + 1)"), "it is empty") }
    if let first = lines.first, PredictionTitle(first) != nil, !lines.dropFirst().contains(first) {
      lines.removeFirst()
    }
    return NPYArray(shape: [lines.count], elements: .texts(lines))
  }
}
