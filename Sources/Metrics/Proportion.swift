/// How many of a number of samples have something in common, such as the recognized ones of a class.
package struct Proportion: Sendable, Equatable {
  /// The samples that have it, 0 to `total`.
  package let count: Int
  /// All samples.
  package let total: Int

  /// Takes the counts.
  package init(_ count: Int, of total: Int) {
    precondition(0 <= count && count <= total, "a part is no larger than the whole")
    self.count = count
    self.total = total
  }

  /// The share, 0 to 1; nil without samples.
  package var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

  /// Wilson's 95% confidence interval of the share, within 0 to 1; nil without samples. With p the share, n all samples and
  /// z = 1.96:
  ///
  ///     (p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n)
  ///
  /// E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
  /// Statistical Association 22 (1927), 209-212.
  package var interval: ClosedRange<Double>? {
    guard let share else { return nil }
    let size = Double(total)
    let square = normalQuantile * normalQuantile / size
    let reach = normalQuantile * (share * (1 - share) / size + square / (4 * size)).squareRoot()
    let center = share + square / 2
    return max(0, (center - reach) / (1 + square))...min(1, (center + reach) / (1 + square))
  }
}

/// The 97.5% point of the normal distribution.
let normalQuantile = 1.959963984540054
