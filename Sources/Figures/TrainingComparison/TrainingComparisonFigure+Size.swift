import Plotting
import RunRecords

extension TrainingComparisonFigure {
  /// Fewer bytes than the numbers of the histories take as JSON, each with a comma.
  var leastBytes: Int {
    let series = models.flatMap { [$0.history, $0.historySD].compactMap { $0?.series.values }.joined() }
    // A digit and a comma each. If that is too much, nobody needs to know how much more it is.
    let fewest = series.reduce(0) { $0 + 4 * $1.count }
    if fewest > PNGText.maximumBytes { return fewest }
    return series.reduce(0) { $0 + Self.leastBytes(of: $1.positions) + Self.leastBytes(of: $1.values) }
  }

  private static func leastBytes(of numbers: [Double]) -> Int {
    numbers.reduce(0) { sum, number in
      // The shortest number with a fraction is 0.1, and 1e9 is the shortest of the large ones.
      guard number == number.rounded(), abs(number) < 1e6 else { return sum + 4 }
      return sum + (abs(number) < 10 ? 2 : abs(number) < 100 ? 3 : abs(number) < 1000 ? 4 : abs(number) < 1e4 ? 5 : 6)
    }
  }
}
