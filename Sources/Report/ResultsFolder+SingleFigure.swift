import AtomicFiles
import Figures

extension ResultsFolder {
  /// Draws one figure and writes it under a name of its own; returns the files' paths.
  ///
  /// - Parameter name: the PNG's name. Other formats have their extension in the place of its `.png`.
  public func draw(
    _ data: FigureData, as name: String, formats: [FigureFormat], dpi: Double, look: FigureLook, embedsData: Bool
  ) throws -> [String] {
    let stem = name.lowercased().hasSuffix(".png") ? String(name.dropLast(4)) : name
    return try FigureFormat.allCases.filter(formats.contains).map { format in
      let path = file(format == .png ? name : "\(stem).\(format.rawValue)")
      try AtomicFile.write(format.draw(data, look, dpi: dpi, embedsData: embedsData), to: path)
      return path
    }
  }
}
