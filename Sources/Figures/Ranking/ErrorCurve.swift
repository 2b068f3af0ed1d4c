import Glibc
import Metrics

/// A curve through pairs of error rates, 0 to 1: what is left to a perfect answer in two ways, such as false positives and
/// missed positives. Error rates keep their digits where the rates beside them are all 0.999.
struct ErrorCurve: Codable, Sendable, Equatable {
  var x: [Float]
  var y: [Float]

  /// Takes as many points as tell the curve: those by which it moves by 0.002, or by 2 %
  /// of a rate, which tells on a logarithmic axis.
  init(_ points: [(x: Double, y: Double)]) {
    let leastX = points.lazy.map(\.x).filter { $0 > 0 }.min() ?? 1
    let leastY = points.lazy.map(\.y).filter { $0 > 0 }.min() ?? 1
    func moved(_ one: Double, _ other: Double, _ least: Double) -> Bool {
      abs(one - other) > 0.002 || abs(log(max(one, least / 2)) - log(max(other, least / 2))) > 0.02
    }
    var kept: [(x: Double, y: Double)] = []
    for (index, point) in points.enumerated() {
      if let last = kept.last, index + 1 < points.count, !moved(point.x, last.x, leastX),
        !moved(point.y, last.y, leastY)
      {
        continue
      }
      kept.append(point)
    }
    x = kept.map { Float($0.x) }
    y = kept.map { Float($0.y) }
  }

  /// Refuses what no curve is.
  func check() throws(MissingData) {
    guard x.count == y.count, (1...Self.maximumPoints).contains(x.count) else {
      throw MissingData("\(x.count) and \(y.count) numbers are no curve")
    }
    guard (x + y).allSatisfy({ (0...1).contains($0) }) else { throw MissingData("an error rate is not within 0 to 1") }
  }

  private static let maximumPoints = 100_000
}

extension ErrorCurve {
  /// The ROC curve: false positive rates, and the rates of positive samples that are missed.
  init(rocOf samples: RankedSamples) {
    self.init(
      samples.corners.map { index in
        (
          Double(samples.falsePositives[index]) / Double(samples.negatives),
          Double(samples.positives - samples.truePositives[index]) / Double(samples.positives)
        )
      })
  }

  /// The precision-recall curve: one less the recall, and one less the precision.
  init(precisionRecallOf samples: RankedSamples) {
    self.init(
      samples.truePositives.indices.map { index in
        (
          Double(samples.positives - samples.truePositives[index]) / Double(samples.positives),
          1 - samples.precision(index)
        )
      })
  }

  /// The mean of the classes' true positive rates at each false positive rate.
  init(meanROCOf classes: [RankedSamples]) {
    let rates = Self.grid(classes.flatMap { ErrorCurve(rocOf: $0).x })
    var missed = [Double](repeating: 0, count: rates.count)
    for samples in classes {
      let corners = samples.corners
      var next = 0
      for (place, rate) in rates.enumerated() {
        let alarms = rate * Double(samples.negatives)
        while next < corners.count, Double(samples.falsePositives[corners[next]]) <= alarms { next += 1 }
        let before = corners[next - 1]
        var hits = Double(samples.truePositives[before])
        if next < corners.count {
          let after = corners[next]
          let start = Double(samples.falsePositives[before])
          let share = (alarms - start) / (Double(samples.falsePositives[after]) - start)
          hits += share * Double(samples.truePositives[after] - samples.truePositives[before])
        }
        missed[place] += (1 - hits / Double(samples.positives)) / Double(classes.count)
      }
    }
    self.init([(0, 1)] + zip(rates, missed).map { ($0, min(max($1, 0), 1)) })
  }

  /// The mean of the classes' precisions at each recall, under which the area is the mean of the average precisions.
  init(meanPrecisionRecallOf classes: [RankedSamples]) {
    let recalls = Self.grid(classes.flatMap { ErrorCurve(precisionRecallOf: $0).x.map { 1 - $0 } }).filter { $0 > 0 }
    var impure = [Double](repeating: 0, count: recalls.count)
    for samples in classes {
      var next = 0
      for (place, recall) in recalls.enumerated() {
        // A hair less: single precision has rounded the recalls.
        let wanted = recall * Double(samples.positives) - 1e-4
        while next + 1 < samples.truePositives.count, Double(samples.truePositives[next]) < wanted { next += 1 }
        impure[place] += (1 - samples.precision(next)) / Double(classes.count)
      }
    }
    self.init([(1, 0)] + zip(recalls, impure).map { (1 - $0, min(max($1, 0), 1)) })
  }

  /// Different rates from the lowest to the highest, the ends included; of very many, some.
  private static func grid(_ rates: [Float]) -> [Double] {
    let all = Set(rates + [0, 1]).sorted().map(Double.init)
    let step = all.count / 4_000 + 1
    return all.enumerated().filter { $0.offset.isMultiple(of: step) || $0.offset + 1 == all.count }.map(\.element)
  }
}
