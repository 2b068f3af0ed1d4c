/// Pieces of GitHub's Markdown.
enum Markdown {
  /// Words that are to be shown as they are, on one line: what Markdown or HTML would take for a sign is escaped. Goes by
  /// scalars, for a sign with a combining mark after it is one character, and still a sign.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in plain(text).unicodeScalars {
      if signs.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  private static let signs = Set(#"\`*_[]<>|#~$&!"#.unicodeScalars)

  /// Words as the value of an HTML attribute, on one line.
  static func attribute(_ text: String) -> String {
    plain(text).unicodeScalars.reduce(into: "") { value, scalar in
      switch scalar {
      case "&": value += "&amp;"
      case "<": value += "&lt;"
      case ">": value += "&gt;"
      case "\"": value += "&quot;"
      default: value.unicodeScalars.append(scalar)
      }
    }
  }
}
