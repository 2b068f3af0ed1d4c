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

  /// The bytes of the figure's file. Density and embedded data are those of a PNG; shapes have none.
  func draw(
    _ data: FigureData, _ look: FigureLook, dpi: Double, embedsData: Bool
  ) throws(PlottingError) -> [UInt8] {
    switch self {
    case .png: try data.png(look, dpi: dpi, embedsData: embedsData)
    case .svg: try data.drawing(look).svg()
    case .pdf: try data.drawing(look).pdf()
    }
  }
}

extension ReportFigure {
  /// The name of the figure's file in a format: `03_confusion_matrix.png`, and `03_confusion_matrix-dark.png` for dark pages.
  func file(_ format: FigureFormat, forDarkPages isDark: Bool = false) -> String {
    "\(fileName)\(isDark ? "-dark" : "").\(format.rawValue)"
  }
}
