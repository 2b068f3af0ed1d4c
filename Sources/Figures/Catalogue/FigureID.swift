/// A figure's name, such as `03_confusion_matrix`: that of its files, in options, and in JSON.
package struct FigureID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name itself.
  package let name: String

  /// Takes any name; ``FigureCatalogue`` knows whether there is such a figure.
  package init(_ name: String) { self.name = name }

  /// Takes a name that is written down.
  package init(stringLiteral name: String) { self.name = name }

  /// The name itself.
  package var description: String { name }
}
