import Plotting
import RunRecords

/// What one figure is drawn from, and nothing else: as much of a run as the figure shows, in any style.
public struct FigureData: Sendable {
  /// Which figure it is.
  public let figure: ReportFigure
  let content: any FigureContent

  /// Takes what `figure` shows of a run.
  ///
  /// - Throws: ``MissingData`` where the run does not give that figure.
  public init(_ figure: ReportFigure, of run: SavedRun) throws(MissingData) {
    self.init(figure, try figure.content.init(of: run))
  }

  init(_ figure: ReportFigure, _ content: any FigureContent) {
    self.figure = figure
    self.content = content
  }

  /// The figure as it is to be drawn.
  public func drawing(_ look: FigureLook = FigureLook()) -> Figure { content.drawing(look) }
}

/// What a figure shows, as a value that can be kept: everything as saved, what depends on the look comes with the drawing.
protocol FigureContent: Codable, Sendable {
  /// Takes it from a run.
  init(of run: SavedRun) throws(MissingData)

  /// Refuses what no run gives but a file may hold.
  func check() throws(MissingData)

  func drawing(_ look: FigureLook) -> Figure
}

/// What is missing for a figure.
public struct MissingData: Error {
  /// What, as a clause: `no training history`.
  public var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
