extension Box {
  /// What a box shows of its numbers, as matplotlib's `cbook.boxplot_stats` finds it.
  public struct Summary: Sendable, Equatable {
    /// The number below which a quarter of the data lies.
    public let lowerQuartile: Double
    /// The number in the middle of the data.
    public let median: Double
    /// The number above which a quarter of the data lies.
    public let upperQuartile: Double
    /// The smallest number that is no outlier.
    public let lowerWhisker: Double
    /// The largest number that is no outlier.
    public let upperWhisker: Double
    /// The numbers beyond the whiskers, from the smallest to the largest.
    public let outliers: [Double]
    /// The range of the median: 1.57 times the distance between the quartiles, divided by the root of the number of values, on both
    /// sides (McGill, Tukey and Larsen, 1978).
    public let notch: ClosedRange<Double>

    /// Sums up what of `values` can be drawn; nil if nothing can. Outliers are further from the quartiles than `whiskers` times
    /// the distance between these.
    init?(_ values: [Double], whiskers: Double) {
      let data = Quantiles(values)
      guard !data.sorted.isEmpty, whiskers >= 0 else { return nil }
      lowerQuartile = data.quantile(0.25)
      median = data.quantile(0.5)
      upperQuartile = data.quantile(0.75)
      let distance = upperQuartile - lowerQuartile
      let (low, high) = (lowerQuartile - whiskers * distance, upperQuartile + whiskers * distance)
      lowerWhisker = min(data.sorted.first { $0 >= low } ?? lowerQuartile, lowerQuartile)
      upperWhisker = max(data.sorted.last { $0 <= high } ?? upperQuartile, upperQuartile)
      let (from, to) = (lowerWhisker, upperWhisker)
      outliers = data.sorted.filter { $0 < from || $0 > to }
      let reach = max(0, 1.57 * distance / Double(data.sorted.count).squareRoot())
      notch = (median - reach)...(median + reach)
    }
  }
}
