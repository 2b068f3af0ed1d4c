extension String {
  /// The text's lines as they are drawn: whatever ends them (`\n`, `\r\n`, `\r`, or one of Unicode's separators), and with four
  /// spaces for a tab, which has no glyph.
  var drawnLines: [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      line.contains("\t")
        ? line.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ") : String(line)
    }
  }
}

extension String {
  /// Whether nothing of the text can be seen.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
