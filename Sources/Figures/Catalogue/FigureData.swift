import Plotting
import RunRecords

/// What one figure is drawn from, and nothing else: as much of a run as the figure shows, in any look.
package struct FigureData: Sendable {
  let content: any FigureContent

  /// Takes what a figure shows of a run.
  ///
  /// - Throws: ``MissingData`` if the run does not give that figure.
  package init(_ figure: any FigureContent.Type, of evaluated: EvaluatedRun) throws(MissingData) {
    content = try figure.init(of: evaluated)
  }

  /// Takes what a figure shows of a run of which nothing else is shown.
  package init(_ figure: any FigureContent.Type, of run: SavedRun) throws(MissingData) {
    try self.init(figure, of: EvaluatedRun(run))
  }

  init(_ content: any FigureContent) {
    self.content = content
  }

  /// Which figure it is.
  package var figure: any FigureContent.Type { type(of: content) }

  /// The figure, ready to draw.
  package func drawing(_ look: FigureLook = FigureLook()) -> Figure { content.drawing(look) }
}
