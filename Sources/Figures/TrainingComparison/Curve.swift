import Plotting
import RunRecords

/// A series of a model as figure 02 draws it.
struct Curve {
  /// The model's position in the run.
  var model: Int
  /// The name in the legend; nil for none.
  var label: String?
  var isValidation: Bool
  /// The positions on the axis.
  var x: [Double]
  /// The values as they were logged.
  var logged: [Double]
  /// The values that the line goes through.
  var values: [Double]
  /// The standard deviation over the seeds; nil for a model of one.
  var deviation: [Double]?
  /// The positions at which NaN or an infinite value was logged.
  let gaps: [Double]
  /// The indices of values that no line leads to or from.
  let lonePoints: [Int]
  /// Whether it has a line, not points alone.
  let hasLine: Bool

  /// Takes a series; nil if it has no finite value.
  ///
  /// - Parameter smoothing: the number of values of which each point is the mean.
  init?(
    model: Int, label: String?, isValidation: Bool, series: TrainingHistory.Series, deviation: TrainingHistory.Series?,
    shift: Double, smoothing: Int
  ) {
    guard series.values.contains(where: \.isFinite) else { return nil }
    self.model = model
    self.label = label
    self.isValidation = isValidation
    x = shift == 0 ? series.positions : series.positions.map { $0 + shift }
    logged = series.values
    values = centredMeans(of: logged, over: smoothing)
    if let deviation, deviation.positions == series.positions { self.deviation = deviation.values }
    // Where the values under way began to be finite.
    var start = 0
    var (gaps, lonePoints): ([Double], [Int]) = ([], [])
    for index in 0...logged.count where index == logged.count || !logged[index].isFinite {
      if index == start + 1 { lonePoints.append(start) }
      if index < logged.count { gaps.append(x[index]) }
      start = index + 1
    }
    self.gaps = gaps
    self.lonePoints = lonePoints
    hasLine = logged.count - gaps.count > lonePoints.count
  }

  /// The edges of the band of one standard deviation; nil for a model of one seed.
  var band: (lower: [Double], upper: [Double])? {
    deviation.map { (zip(values, $0).map { $0 - $1 }, zip(values, $0).map { $0 + $1 }) }
  }

  /// The symbol of points on their own.
  var marker: Marker { isValidation ? .diamond : .circle }

  /// The dash of its line. Models that share a colour, since there are more of them than colours, have others.
  func dash(colors: Int) -> Line.Dash {
    let isRepeated = !(model / colors).isMultiple(of: 2)
    return isValidation ? isRepeated ? .dotted : .dashed : isRepeated ? .dashDotted : .solid
  }
}
