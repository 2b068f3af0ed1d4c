/// Measures text before there is a page: for names that must be cut to the room they have.
package struct TextRuler {
  private let engine: TextEngine?

  /// The density at which hinting moves no letter by what could be seen.
  private static let dpi = 720.0

  /// Opens the compiled-in fonts and those of a theme. Without them lengths are guesses; drawing, which needs them as well, then
  /// tells the reason.
  package init(_ theme: Theme = Theme()) { engine = try? TextEngine(theme) }

  /// The length of a text's longest line, in points.
  package func width(of text: String, _ style: TextStyle) -> Double {
    text.drawnLines.map { line in
      let run = try? engine?.run(line, style, dpi: Self.dpi)
      return run.map { $0.width * 72 / Self.dpi } ?? 0.6 * style.size * Double(line.count)
    }.max() ?? 0
  }

  /// The length of a label's longest line, in points, if the theme has `style`.
  package func width(of label: Label, in style: TextStyle) -> Double { width(of: label.text, label.style(from: style)) }
}
