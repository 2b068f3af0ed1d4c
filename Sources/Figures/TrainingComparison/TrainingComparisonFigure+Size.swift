import RunRecords

extension TrainingComparisonFigure {
  /// Fewer bytes than the numbers of the histories take as JSON, each with a comma.
  var leastBytes: Int {
    models.reduce(0) { sum, model in
      let series = [model.history, model.historySD].compactMap { $0?.series.values }.joined()
      return sum + series.reduce(0) { $0 + Self.leastBytes(of: $1.positions) + Self.leastBytes(of: $1.values) }
    }
  }

  private static func leastBytes(of numbers: [Double]) -> Int {
    numbers.reduce(0) { sum, number in
      // The shortest number with a fraction is 0.1, and 1e9 is the shortest of the large ones.
      guard number == number.rounded(), abs(number) < 1e6 else { return sum + 4 }
      return sum + (abs(number) < 10 ? 2 : abs(number) < 100 ? 3 : abs(number) < 1000 ? 4 : abs(number) < 1e4 ? 5 : 6)
    }
  }
}
