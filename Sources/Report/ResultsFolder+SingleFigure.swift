import AtomicFiles
import Figures
import Plotting
import RunRecords

extension ResultsFolder {
  /// Draws one figure and writes it under a name of its own, `NAME.png`; gives the file's path.
  ///
  /// - Throws: where the run does not give the figure (``UndrawableFigure``), or the file cannot be written.
  public func draw(
    _ figure: ReportFigure, of run: SavedRun, named name: String, dpi: Double, look: FigureLook, embedsData: Bool
  ) throws -> String {
    switch figure.make(from: run, look) {
    case .unavailable(let reason): throw UndrawableFigure(name: name, reason: reason)
    case .figure(let drawn):
      let data = embedsData ? FigureData(of: figure, from: run) : nil
      let path = file("\(name).png")
      try AtomicFile.write(try drawn.png(dpi: dpi, embedding: data?.embedded), to: path)
      return path
    }
  }
}

/// What a figure holds is not enough to draw it.
public struct UndrawableFigure: Error, CustomStringConvertible {
  var name: String
  var reason: String

  /// Two lines: what, then what to do.
  public var description: String {
    "cannot draw \(name) from the data that it holds: \(reason).\nDraw it again from its results folder."
  }
}
