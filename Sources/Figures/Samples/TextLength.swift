extension String {
  /// The text on one line.
  var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }

  /// The text on one line, cut in its middle to `length` characters with an ellipsis.
  func shortened(to length: Int) -> String { onOneLine.cut { $0.count <= length } }

  /// The text on two lines at most of `length` characters each, cut in its middle; broken at a space if there is one.
  func wrapped(to length: Int) -> String {
    let line = shortened(to: 2 * length)
    guard line.count > length else { return line }
    let middle = line.index(line.startIndex, offsetBy: length)
    let space = line.prefix(length + 1).lastIndex(of: " ")
    let end = space.flatMap { line.distance(from: $0, to: line.endIndex) - 1 <= length ? $0 : nil } ?? middle
    let rest = line[end...].drop { $0 == " " }
    return rest.isEmpty ? String(line[..<end]) : line[..<end] + "\n" + rest
  }

  /// The text on as many lines as it needs for no more than `length` characters each, broken at spaces.
  func wrapped(atSpacesTo length: Int) -> String {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= length {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The text, if it fits; otherwise as much of it as does, with an ellipsis for what is left out.
  ///
  /// - Parameter headShare: the share of what is kept that stands before the ellipsis.
  func cut(headShare: Double = 0.5, toFit fits: (String) -> Bool) -> String {
    if fits(self) { return self }
    let characters = Array(self)
    func kept(_ count: Int) -> String {
      let head = Int((Double(count) * headShare).rounded(.up))
      return Self.trimmed(characters.prefix(head), characters.suffix(count - head))
    }
    // The longest that fits, by bisection; one character in any case.
    var (low, high) = (1, max(characters.count - 1, 1))
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(kept(middle)) { low = middle } else { high = middle - 1 }
    }
    return kept(low)
  }

  /// Both ends of a text around an ellipsis, without spaces beside it.
  private static func trimmed(_ head: ArraySlice<Character>, _ tail: ArraySlice<Character>) -> String {
    let lastLetter = head.lastIndex { $0 != " " } ?? head.startIndex
    return String(head.isEmpty ? head : head[...lastLetter]) + "…" + String(tail.drop { $0 == " " })
  }
}
