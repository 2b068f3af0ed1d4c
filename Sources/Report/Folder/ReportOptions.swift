import Figures

/// What is drawn from a run, and how.
package struct ReportOptions: Sendable {
  /// The figures; each is drawn once, in the report's order.
  package var figures = ReportFigure.allCases
  /// The formats of the figures.
  package var formats = [FigureFormat.png]
  /// The resolution of PNGs in dots per inch.
  package var dpi = 150.0
  /// How figures look.
  package var look = FigureLook()
  /// Whether each PNG holds what its figure was drawn from, as `FigureData`.
  package var embedsData = true
  /// The forms of the page to write. A file of ours that is there is kept up to date in any case.
  package var pages: [any PageRenderer] = []

  /// Creates the options that hold if nothing is asked for.
  package init() {}
}
