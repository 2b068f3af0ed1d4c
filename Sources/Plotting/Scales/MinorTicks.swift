import Glibc

/// The ticks between those of a linear axis, as matplotlib's `AutoMinorLocator` places them: four or five steps from one
/// to the next, those between which the steps are round numbers.
enum MinorTicks {
  /// The ticks within `range` for `major` ones at equal distances, of which two or more are needed.
  static func ticks(between major: [Double], in range: AxisRange) -> [Double] {
    guard major.count > 1, major[1] > major[0] else { return [] }
    let step = major[1] - major[0]
    let order = log10(step)
    let mantissa = pow(10, order - order.rounded(.down))
    let fifths: [Double] = [1, 2.5, 5, 10]
    let isFifths = fifths.contains { (number: Double) in abs(mantissa - number) <= 1e-8 + 1e-5 * number }
    let small = step / (isFifths ? 5 : 4)
    let first = ((range.lower - major[0]) / small).rounded(.toNearestOrEven)
    let last = ((range.upper - major[0]) / small).rounded(.toNearestOrEven)
    guard last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * small + major[0] }
  }
}
