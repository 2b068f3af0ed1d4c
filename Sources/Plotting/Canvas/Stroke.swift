/// How a line is drawn; lengths in pixels.
struct Stroke: Sendable, Equatable {
  /// The end of a line.
  enum Cap: Sendable { case butt, projecting, round }
  /// The outside of a corner.
  enum Join: Sendable { case round, miter }

  var color: Color
  var width: Double
  var cap = Cap.projecting
  var join = Join.round
  /// The lengths of dashes and gaps; empty for a solid line.
  var dashes: [Double] = []

  /// The width in pixels below which dashes cannot be told apart.
  static let narrowestDashed = 0.05
}
