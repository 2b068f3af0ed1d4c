import Figures
import Plotting

/// A format of a figure's file; the raw value is the file's extension.
public enum FigureFormat: String, CaseIterable, Sendable {
  /// Pixels.
  case png
  /// Shapes for web pages, text as outlines.
  case svg
  /// Shapes for print, text that can be selected.
  case pdf

  /// The bytes of the figure's file. A density is that of a PNG; shapes have none.
  func draw(_ figure: Figure, dpi: Double) throws(PlottingError) -> [UInt8] {
    switch self {
    case .png: try figure.png(dpi: dpi)
    case .svg: try figure.svg()
    case .pdf: try figure.pdf()
    }
  }
}

extension ReportFigure {
  /// The name of the figure's file in a format: `03_confusion_matrix.png`, and `03_confusion_matrix-dark.png` for dark pages.
  func file(_ format: FigureFormat, forDarkPages isDark: Bool = false) -> String {
    "\(fileName)\(isDark ? "-dark" : "").\(format.rawValue)"
  }
}
