/// A form of a report's page, written to a file of the results folder.
package protocol PageRenderer: Sendable {
  /// What the form is called, and the option that asks for it: `markdown`.
  var name: String { get }
  /// What the form is for, in one sentence, for people who choose.
  var summary: String { get }
  /// The file's name in the results folder.
  var file: String { get }
  /// How each file of ours begins, by which it is told from a person's.
  var marker: String { get }
  /// Whether the page shows the figures' files, so that each has a twin for dark pages.
  var showsFigures: Bool { get }

  /// The text of the file; the same for the same page and figures.
  func render(_ page: ReportPage, figures: FigureFiles) -> String
}

/// The forms that a page can have.
package enum PageRenderers {
  package static let all: [any PageRenderer] = [
    MarkdownRenderer(),
    TextRenderer(),
  ]
}
