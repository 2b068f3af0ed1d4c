import Plotting
import RunRecords

/// A kind of figure, and as a value what one such figure shows of a run: as saved, so that it can be kept and drawn in any
/// look.
package protocol FigureContent: Codable, Sendable {
  /// The figure's name.
  static var id: FigureID { get }

  /// The section of a report that it stands in.
  static var section: ReportSection { get }

  /// The images that it shows; none by default.
  static var images: [ImageRequest] { get }

  /// Takes what the figure shows from a run.
  ///
  /// - Throws: ``MissingData`` if the run does not have it.
  init(of evaluated: EvaluatedRun) throws(MissingData)

  /// Fewer bytes than the data takes as JSON, so that none is written that would be too large to embed; 0 by default.
  var leastBytes: Int { get }

  /// Refuses what no run gives but a file may hold.
  func check() throws(MissingData)

  /// The figure, ready to draw.
  func drawing(_ look: FigureLook) -> Figure
}

extension FigureContent {
  package static var images: [ImageRequest] { [] }
  package var leastBytes: Int { 0 }

  /// Takes what the figure shows from a run of which nothing else is shown.
  package init(of run: SavedRun) throws(MissingData) { try self.init(of: EvaluatedRun(run)) }
}

/// What is missing for a figure.
package struct MissingData: Error {
  /// What, as a clause: `no training history`.
  package var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
