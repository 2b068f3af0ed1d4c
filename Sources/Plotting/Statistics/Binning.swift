import Glibc

/// How many numbers lie in each of a row of bins, as NumPy's `histogram` counts them: a bin has its lower edge, and the last one
/// its upper edge as well.
struct Binning: Sendable, Equatable {
  let edges: [Double]
  let counts: [Int]

  /// The most bins.
  static let most = 100_000

  /// Counts what of `values` can be drawn; `edges` grow.
  init(_ values: [Double], edges: [Double]) {
    self.edges = edges
    var counts = Array(repeating: 0, count: max(edges.count - 1, 0))
    if let first = edges.first, let last = edges.last, !counts.isEmpty {
      for value in values where value >= first && value <= last {
        counts[min(Self.bin(of: value, edges), counts.count - 1)] += 1
      }
    }
    self.counts = counts
  }

  /// The counts so that all bins together have an area of 1; zeros if there is nothing in them.
  var densities: [Double] {
    let total = counts.reduce(0, +)
    return zip(counts, zip(edges, edges.dropFirst())).map { count, edge in
      total == 0 ? 0 : Double(count) / (edge.1 - edge.0) / Double(total)
    }
  }

  /// The edges of `count` bins of one width over `range`, or over all of `values`; those that NumPy's `'auto'` chooses if no
  /// number is given.
  static func edges(_ values: [Double], count: Int?, range: AxisRange?) -> [Double] {
    var values = Quantiles(values)
    if let range { values = Quantiles(values.sorted.filter { range.lower <= $0 && $0 <= range.upper }) }
    var (first, last) = range.map { ($0.lower, $0.upper) } ?? (values.sorted.first ?? 0, values.sorted.last ?? 1)
    if first == last { (first, last) = (first - 0.5, last + 0.5) }
    let count = count ?? automaticCount(values, length: last - first)
    let step = (last - first) / Double(count)
    return (0...count).map { $0 == count ? last : Double($0) * step + first }
  }

  /// Whether all bins have a width.
  static func grow(_ edges: [Double]) -> Bool {
    edges.count > 1 && edges.allSatisfy { abs($0) <= AxisRange.largestValue }
      && zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// NumPy's `_hist_bin_auto`: the smaller width of Freedman and Diaconis' rule, but at least half of that of the square root's,
  /// and of Sturges' rule.
  private static func automaticCount(_ values: Quantiles, length: Double) -> Int {
    guard let least = values.sorted.first, let largest = values.sorted.last, least < largest else { return 1 }
    let count = Double(values.sorted.count)
    let freedmanDiaconis = 2 * (values.quantile(0.75) - values.quantile(0.25)) * pow(count, -1.0 / 3)
    let squareRoot = (largest - least) / count.squareRoot()
    let sturges = (largest - least) / (log2(count) + 1)
    let bins = (length / min(max(freedmanDiaconis, squareRoot / 2), sturges)).rounded(.up)
    return bins >= 1 && bins <= Double(Self.most) ? Int(bins) : 1
  }

  /// The last bin that begins at `value` or before.
  private static func bin(of value: Double, _ edges: [Double]) -> Int {
    var (low, high) = (0, edges.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
