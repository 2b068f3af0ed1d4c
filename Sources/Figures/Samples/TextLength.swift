extension String {
  /// The text on one line, cut to `length` characters with an ellipsis.
  func shortened(to length: Int) -> String {
    let line = String(map { $0.isNewline ? " " : $0 })
    return line.count <= length ? line : line.prefix(length - 1) + "…"
  }

  /// The text on two lines at most of `length` characters each, cut with an ellipsis; broken at a space if there is one.
  func wrapped(to length: Int) -> String {
    let line = String(map { $0.isNewline ? " " : $0 })
    guard line.count > length else { return line }
    let space = line.prefix(length + 1).lastIndex(of: " ")
    let end = space ?? line.index(line.startIndex, offsetBy: length)
    let rest = line[end...].drop { $0 == " " }
    return rest.isEmpty ? String(line[..<end]) : line[..<end] + "\n" + String(rest).shortened(to: length)
  }
}
