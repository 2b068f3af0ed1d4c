import Figures

/// What is drawn from a run, and how.
package struct ReportOptions: Sendable {
  /// The figures. Unless they are named, others that are already in the folder are drawn as well.
  package var figures = FigureSet.standard
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
