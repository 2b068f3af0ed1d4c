import Glibc

/// How far apart the means of two groups of values are, such as two models' accuracies over several seeds, with the 95%
/// confidence interval of Welch's t test, which takes neither equal variances nor equal numbers of values for granted. With
/// means m, variances s² (of n - 1) and numbers n:
///
///     d = m1 - m2,  e² = s1²/n1 + s2²/n2,  d ± t(0.975, f) e
///     f = e⁴ / ((s1²/n1)² / (n1 - 1) + (s2²/n2)² / (n2 - 1))
///
/// B. L. Welch, The generalization of "Student's" problem when several different population variances are involved, Biometrika
/// 34 (1947), 28-35.
package struct MeanDifference: Sendable, Equatable {
  /// The number of values in each group.
  package let counts: [Int]
  /// The mean of each group.
  package let means: [Double]
  /// The first group's mean less the second's.
  package let difference: Double
  /// The 95% confidence interval of the difference.
  package let interval: ClosedRange<Double>
  /// The probability that groups with equal means differ by at least as much, by Welch's test, 0 to 1.
  package let pValue: Double

  /// Compares two groups; nil if one has fewer than two values, or one that is not finite.
  package init?(_ first: [Double], _ second: [Double]) {
    guard let (one, other) = Group(first).flatMap({ one in Group(second).map { (one, $0) } }) else { return nil }
    counts = [first.count, second.count]
    means = [one.mean, other.mean]
    difference = one.mean - other.mean
    let square = one.share + other.share
    guard square > 0 else {
      interval = difference...difference
      pValue = difference == 0 ? 1 : 0
      return
    }
    let freedom =
      square * square / (one.share * one.share / (one.count - 1) + other.share * other.share / (other.count - 1))
    let reach = studentQuantile(freedom: freedom) * square.squareRoot()
    interval = difference - reach...difference + reach
    // P(|T| >= t) with t = d / e.
    pValue = incompleteBeta(freedom / (freedom + difference * difference / square), freedom / 2, 0.5)
  }

  /// Whether the interval leaves open which of the two is higher.
  package var isUndecided: Bool { interval.contains(0) }

  private struct Group {
    let count: Double
    let mean: Double
    /// The variance divided by the number of values.
    let share: Double

    init?(_ values: [Double]) {
      guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
      count = Double(values.count)
      let mean = values.reduce(0, +) / count
      self.mean = mean
      share = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count
    }
  }
}

/// The 97.5% point of Student's t distribution with so many degrees of freedom, 1 or more: t where
/// I(f / (f + t²); f/2, 1/2) = 0.05, I being the regularized incomplete beta function.
func studentQuantile(freedom: Double) -> Double {
  var (low, high) = (0.0, 1.0)
  for _ in 0..<100 {
    let middle = (low + high) / 2
    if incompleteBeta(middle, freedom / 2, 0.5) < 0.05 { low = middle } else { high = middle }
  }
  return (freedom * (1 - low) / low).squareRoot()
}

/// The regularized incomplete beta function of x in 0 to 1, by its continued fraction: DLMF 8.17.22, evaluated by Lentz's method.
private func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 || x >= 1 { return x <= 0 ? 0 : 1 }
  // Elsewhere the fraction converges slowly.
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
  let factor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
  let smallest = 1e-300
  var (value, c, d) = (1.0, 1.0, 0.0)
  for term in 0..<1000 {
    let m = Double(term / 2)
    let numerator: Double =
      term == 0
      ? 1
      : term.isMultiple(of: 2)
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + numerator * d
    c = 1 + numerator / c
    d = 1 / (abs(d) < smallest ? smallest : d)
    if abs(c) < smallest { c = smallest }
    value *= c * d
    if term > 0 && abs(c * d - 1) < 1e-15 { break }
  }
  return factor * (value - 1)
}
