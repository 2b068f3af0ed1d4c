/// A piece of a line of text. Words are as they are to be read; a renderer escapes them.
package enum Inline: Sendable, Equatable {
  case text(String)
  /// Words that carry the statement.
  case strong(String)
  /// Words that are set apart, such as the name of an average among those of classes.
  case emphasis(String)
  /// A name to be typed or found as it is.
  case code(String)
  /// Words that lead to a file beside the page, or to another page.
  case link(String, to: String)

  /// The words alone.
  var words: String {
    switch self {
    case .text(let words), .strong(let words), .emphasis(let words), .code(let words), .link(let words, _): words
    }
  }
}

extension Inline: ExpressibleByStringInterpolation {
  /// Words without a mark.
  package init(stringLiteral words: String) { self = .text(words) }
}
