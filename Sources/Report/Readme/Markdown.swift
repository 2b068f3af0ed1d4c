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

  /// A picture in the same folder, with the words that stand for it where it is not seen.
  static func figure(file: String, altText: String) -> String { "![\(escaped(altText))](\(file))" }

  /// A picture for light pages and one for dark pages, of which a reader sees the one that suits.
  static func figure(file: String, darkFile: String, altText: String) -> [String] {
    [
      "<picture>", "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(darkFile)\">",
      "  <img src=\"\(file)\" alt=\"\(attribute(altText))\">", "</picture>",
    ]
  }

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

  /// A table whose columns are aligned in the source as well: the first to the left, the others, which are numbers, to the
  /// right.
  ///
  /// - Parameters:
  ///   - header: the columns' names.
  ///   - rows: cells, as many a row as there are columns; already escaped.
  static func table(_ header: [String], _ rows: [[String]]) -> [String] {
    let widths = header.indices.map { column in max(3, ([header] + rows).map { $0[column].count }.max() ?? 0) }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = widths.enumerated().map { column, width in
      let dashes = String(repeating: "-", count: width - 1)
      return column == 0 ? ":" + dashes : dashes + ":"
    }
    return [line(header), line(rule)] + rows.map(line)
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
