import AtomicFiles
import Figures

extension ResultsFolder {
  /// Draws one figure and puts its files in place together, under a name of its own; returns their paths.
  ///
  /// - Parameter name: the PNG's name. Other formats have their extension in the place of its `.png`.
  public func draw(
    _ data: FigureData, as name: String, formats: [FigureFormat], dpi: Double, look: FigureLook, embedsData: Bool
  ) throws -> [String] {
    let stem = name.lowercased().hasSuffix(".png") ? String(name.dropLast(4)) : name
    let files = try FigureFormat.allCases.filter(formats.contains).map { format in
      (
        path: file(format == .png ? name : "\(stem).\(format.rawValue)"),
        bytes: try format.draw(data, look, dpi: dpi, embedsData: embedsData)
      )
    }
    try AtomicFile.write(files)
    return files.map(\.path)
  }
}
