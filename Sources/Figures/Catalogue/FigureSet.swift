/// Which figures of the catalogue are to be drawn.
package enum FigureSet: Sendable {
  /// The original project's five.
  case standard
  /// Every one.
  case all
  /// These and no other.
  case named([FigureID])

  /// The figures, in the catalogue's order.
  package var figures: [any FigureContent.Type] {
    switch self {
    case .standard: FigureCatalogue.standard
    case .all: FigureCatalogue.all
    case .named(let names): FigureCatalogue.all.filter { names.contains($0.id) }
    }
  }
}
