/// How far the mean of a value changes from one measurement of the same samples to another, such as the loss from one model to
/// another, with the 95% confidence interval of the paired t test. With m and s² (of n - 1) the mean and the variance of the
/// samples' own changes:
///
///     m ± t(0.975, n - 1) s / sqrt(n)
package struct MeanChange: Sendable, Equatable {
  /// The second mean less the first.
  package let difference: Double
  /// The 95% confidence interval of the difference.
  package let interval: ClosedRange<Double>

  /// Compares two values of each sample; nil if there are fewer than two samples, or a value is not finite.
  package init?(from first: [Double], to second: [Double]) {
    precondition(first.count == second.count, "pairs are needed")
    guard first.count > 1 else { return nil }
    let changes = zip(first, second).map { $1 - $0 }
    let count = Double(changes.count)
    let mean = changes.reduce(0, +) / count
    guard mean.isFinite else { return nil }
    difference = mean
    let variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let reach = studentQuantile(freedom: count - 1) * (variance / count).squareRoot()
    interval = mean - reach...mean + reach
  }
}
