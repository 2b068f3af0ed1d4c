import Glibc

/// McNemar's test of whether two models are equally often right on the samples that both of them answered: if they are, each
/// sample that only one of them gets right is as likely to be the one's as the other's.
///
/// With b and c the samples that only the one and only the other gets right, n = b + c, k the smaller of the two and X
/// binomial of n trials with probability 1/2, the exact test's p-value is the two-sided mid-p
///
///     p = 2 P(X < k) + P(X = k)
///
/// which errs less on the side of caution than the whole P(X = k). For large n it is that of chi-squared with one degree of
/// freedom, without a correction: p = erfc(|b - c| / sqrt(2 n)).
///
/// M. W. Fagerland, S. Lydersen and P. Laake, The McNemar test for binary matched-pairs data: mid-p and asymptotic are better
/// than exact conditional, BMC Medical Research Methodology 13 (2013), 91.
package struct McNemarTest: Sendable, Equatable {
  /// How the p-value is computed.
  package enum Form: Sendable, Equatable {
    /// From the binomial distribution.
    case exact
    /// From the chi-squared distribution.
    case asymptotic
  }

  /// How the p-value is computed.
  package let form: Form
  /// The probability that equal models differ by at least as much, 0 to 1.
  package let pValue: Double

  /// Above this number of samples that tell the models apart, both forms agree to four digits.
  static let mostExact = 100_000

  /// Tests the models of a difference.
  package init(_ difference: PairedDifference) {
    let (one, other) = (difference.onlyModel, difference.onlyOther)
    let count = one + other
    if count <= Self.mostExact {
      form = .exact
      pValue = midP(successes: min(one, other), trials: count)
    } else {
      form = .asymptotic
      pValue = erfc(abs(Double(one - other)) / (2 * Double(count)).squareRoot())
    }
  }
}

/// The two-sided mid-p of at most half of a number of trials of probability 1/2 succeeding.
private func midP(successes: Int, trials: Int) -> Double {
  let (k, n) = (Double(successes), Double(trials))
  // Relative to P(X = k): each term follows from the one above it.
  var (sum, term) = (0.0, 1.0)
  for success in stride(from: k, to: 0, by: -1) {
    term *= success / (n - success + 1)
    sum += term
    if term < sum * 1e-17 { break }
  }
  let logarithm = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) - n * log(2)
  return min(1, exp(logarithm) * (2 * sum + 1))
}
