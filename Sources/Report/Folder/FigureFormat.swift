import Figures
import Plotting

/// A format of a figure's file; the raw value is the file's extension.
package enum FigureFormat: String, CaseIterable, Sendable {
  case png
  /// Shapes for web pages, text as outlines.
  case svg
  /// Shapes for print, text that can be selected.
  case pdf

  /// The bytes of the figure's file. Resolution and embedded data are those of a PNG; shapes have none.
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
