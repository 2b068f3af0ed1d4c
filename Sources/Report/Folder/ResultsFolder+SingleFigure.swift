import Files
import Figures
import Plotting
import SystemPackage

extension ResultsFolder {
  /// Draws one figure and puts its files in place together, under a name of its own; returns their paths.
  ///
  /// - Parameter name: the PNG's name. Other formats have their extension in place of its `.png`.
  package func draw(_ data: FigureData, as name: String, _ options: ReportOptions) throws -> [FilePath] {
    let stem = name.lowercased().hasSuffix(".png") ? String(name.dropLast(4)) : name
    var files: [(path: FilePath, bytes: [UInt8])] = []
    for format in FigureFormat.allCases where options.formats.contains(format) {
      let path = layout.file(format == .png ? name : "\(stem).\(format.rawValue)")
      do throws(PlottingError) {
        files.append(
          (path, try format.draw(data, options.look, dpi: options.dpi, embedsData: options.embedsData)))
      } catch {
        throw DrawingError(file: path.string, cause: error)
      }
    }
    try AtomicFile.write(files)
    return files.map(\.path)
  }
}
