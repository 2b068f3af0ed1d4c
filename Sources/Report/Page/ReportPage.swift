import Figures

/// A page about a run as a value: what it says, in order, without a form. A ``PageRenderer`` gives it one.
package struct ReportPage: Sendable, Equatable {
  /// The heading.
  var title: String
  /// What stands between the heading and the first section.
  var introduction: [Block]
  /// The sections, none of which is empty.
  var sections: [Section] = []

  /// A part of the page under a heading of its own.
  struct Section: Sendable, Equatable {
    var title: String
    var blocks: [Block]
  }

  /// A piece of a page that begins on a line of its own.
  enum Block: Sendable, Equatable {
    /// Sentences or lines that belong together.
    case paragraph([[Inline]])
    /// Items without an order.
    case list([[Inline]])
    case table(Table)
    /// A figure, with the words that stand for it if it is not seen. Which files show it is for the renderer to be told.
    case figure(FigureID, altText: String)
    /// Text whose spaces count, such as a table of another program.
    case code(String)

    /// Whether there is nothing to show.
    var isEmpty: Bool {
      switch self {
      case .paragraph(let lines): lines.isEmpty
      case .list(let items): items.isEmpty
      case .table(let table): table.rows.isEmpty
      case .figure: false
      case .code(let text): text.isEmpty
      }
    }
  }
}
