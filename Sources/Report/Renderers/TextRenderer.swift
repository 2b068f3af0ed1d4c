import Files

/// A page as plain text, for terminals, e-mail and commit messages. A figure is the words that stand for it.
package struct TextRenderer: PageRenderer {
  package let name = "text"
  package let summary = "Write report.txt as well: the same page as plain text, with each figure described in words."
  package let file = ResultsLayout.Names.textPage
  package let marker = "Written by training-report, and written anew with the figures."
  package let showsFigures = false

  package func render(_ page: ReportPage, figures: FigureFiles) -> String {
    let title = plain(page.title)
    return [marker, title + "\n" + String(repeating: "=", count: title.count), text(page)].joined(separator: "\n\n")
  }

  /// The page without its title; ends with a line feed.
  func text(_ page: ReportPage) -> String {
    let sections = page.sections.map { section in
      plain(section.title) + "\n" + section.blocks.map(text).joined(separator: "\n\n")
    }
    return (page.introduction.map(text) + sections).joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: ReportPage.Block) -> String {
    switch block {
    case .paragraph(let lines): lines.map(text).joined(separator: "\n")
    case .list(let items): items.map { "  " + text($0) }.joined(separator: "\n")
    case .table(let table):
      table.aligned { plain($0.words) }.lines.map { $0.joined(separator: "   ") }.joined(separator: "\n")
    case .figure(let figure, let altText): "\(figure.name): \(plain(altText))"
    case .code(let code): code.hasSuffix("\n") ? String(code.dropLast()) : code
    }
  }

  private func text(_ line: [Inline]) -> String { line.map { plain($0.words) }.joined() }
}
