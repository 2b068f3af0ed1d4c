import Files
import Figures

/// A page in GitHub's Markdown.
package struct MarkdownRenderer: PageRenderer {
  package let name = "markdown"
  package let summary =
    "Write README.md as well: the figures, each with a twin for dark pages, tables, and findings in words."
  package let file = ResultsLayout.Names.markdownPage
  package let marker =
    "<!-- Written by training-report, and written anew with the figures: keep words of your own in another file. -->"
  package let showsFigures = true

  package func render(_ page: ReportPage, figures: FigureFiles) -> String {
    let sections = page.sections.flatMap { section in
      let blocks = section.blocks.compactMap { render($0, figures) }
      return blocks.isEmpty ? [] : ["## \(Markdown.escaped(section.title))"] + blocks
    }
    let parts =
      [marker, "# \(Markdown.escaped(page.title))"] + page.introduction.compactMap { render($0, figures) } + sections
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A block without the empty lines around it; nil for a figure that has no file.
  private func render(_ block: ReportPage.Block, _ figures: FigureFiles) -> String? {
    switch block {
    case .paragraph(let lines): lines.map(text).joined(separator: "\n")
    case .list(let items): items.map { "- \(text($0))" }.joined(separator: "\n")
    case .table(let table): self.table(table)
    case .figure(let figure, let altText): figures.files[figure].map { picture($0, altText) }
    case .code(let code): "```\n\(code)\n```"
    }
  }

  private func text(_ line: [Inline]) -> String { line.map(text).joined() }

  private func text(_ inline: Inline) -> String {
    let words = Markdown.escaped(inline.words)
    return switch inline {
    case .text: words
    case .strong: "**\(words)**"
    case .emphasis: "*\(words)*"
    case .code(let code): "`\(plain(code))`"
    case .link(_, let target): "[\(words)](\(target))"
    }
  }

  /// A table whose columns are aligned in the source as well.
  private func table(_ table: Table) -> String {
    let (widths, lines) = table.aligned(minimum: 3, text)
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    let rule = zip(table.columns, widths).map { column, width in
      let dashes = String(repeating: "-", count: width - 1)
      return column.content == .words ? ":" + dashes : dashes + ":"
    }
    return ([line(lines[0]), line(rule)] + lines.dropFirst().map(line)).joined(separator: "\n")
  }

  /// A picture in the same folder; with one for dark pages, a reader sees the one that suits.
  private func picture(_ files: FigureFiles.Files, _ altText: String) -> String {
    guard let dark = files.dark else { return "![\(Markdown.escaped(altText))](\(files.light))" }
    return """
      <picture>
        <source media="(prefers-color-scheme: dark)" srcset="\(dark)">
        <img src="\(files.light)" alt="\(Markdown.attribute(altText))">
      </picture>
      """
  }
}
