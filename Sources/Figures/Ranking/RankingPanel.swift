import Glibc
import Plotting

/// The ROC or the precision-recall curves: rates along both axes, which tell errors apart by their powers of ten where they are
/// few.
struct RankingPanel {
  let title: String
  /// The names of the axes, and whether each is an error rate itself or one less it.
  let x: (name: String, isError: Bool)
  let y: (name: String, isError: Bool)
  /// Whether a point holds since the one before, as precision does.
  let hasSteps: Bool
  let curves: [(curve: ErrorCurve, label: String, color: Color, dash: Line.Dash, width: Double)]
  let isLogarithmic: Bool
  let look: FigureLook

  /// The area at which curves lie in the corner of a linear axis.
  private static let leastLogarithmicArea = 0.97

  /// - Parameter area: that of the curve that stands for all.
  init(
    title: String, x: (name: String, isError: Bool), y: (name: String, isError: Bool), hasSteps: Bool, area: Double,
    curves: [(curve: ErrorCurve, label: String, color: Color, dash: Line.Dash, width: Double)], look: FigureLook
  ) {
    (self.title, self.x, self.y, self.hasSteps, self.curves, self.look) = (title, x, y, hasSteps, curves, look)
    isLogarithmic =
      area >= Self.leastLogarithmicArea
      && [curves.flatMap(\.curve.x), curves.flatMap(\.curve.y)].allSatisfy { $0.contains { $0 > 0 && $0 < 0.1 } }
  }

  var axes: Axes {
    let (horizontal, vertical) = (
      RateAxis(curves.flatMap(\.curve.x).map(Double.init), isError: x.isError, isLogarithmic),
      RateAxis(curves.flatMap(\.curve.y).map(Double.init), isError: y.isError, isLogarithmic)
    )
    return Axes(
      title: look.title(title), x: horizontal.axis(look.axisLabel(x.name)), y: vertical.axis(look.axisLabel(y.name)),
      grid: look.style.grid, legend: Legend(placement: .box)
    ) {
      if !hasSteps && !isLogarithmic {
        Line(
          x: [0, 100], y: [0, 100], color: look.theme.marks.rule.color, width: 1, dash: .dotted, label: "chance: 0.5000"
        )
      }
      for line in curves {
        let points = hasSteps ? (line.curve.x.map(Double.init), line.curve.y.map(Double.init)) : fine(line.curve)
        Line(
          x: points.0.map(horizontal.place), y: points.1.map(vertical.place), color: line.color, width: line.width,
          dash: line.dash, step: hasSteps ? .pre : nil, label: line.label)
      }
    }
  }

  /// The points of a curve, with others between those that a straight line on linear axes would join: on logarithmic ones it is
  /// bent.
  private func fine(_ curve: ErrorCurve) -> ([Double], [Double]) {
    let (x, y) = (curve.x.map(Double.init), curve.y.map(Double.init))
    guard isLogarithmic, let firstX = x.first, let firstY = y.first else { return (x, y) }
    var (fineX, fineY) = ([firstX], [firstY])
    for index in x.indices.dropFirst() {
      let (before, after) = ((x[index - 1], y[index - 1]), (x[index], y[index]))
      if before.0 != after.0 && before.1 != after.1 {
        for part in Self.parts {
          fineX.append(before.0 + part * (after.0 - before.0))
          fineY.append(before.1 + part * (after.1 - before.1))
        }
      }
      fineX.append(after.0)
      fineY.append(after.1)
    }
    return (fineX, fineY)
  }

  /// Parts of the way from one point to the next, dense at both ends.
  private static let parts = (1..<24).map { 1 / (1 + exp(-Double($0 - 12) / 1.5)) }
}
