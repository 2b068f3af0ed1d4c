/// Words from a file as one line of plain text: a new line becomes a space, and other control characters, which could move
/// a terminal's cursor, become U+FFFD. So no name can forge a line.
package func plain(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": line.append(" ")
    default: line.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(line)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
