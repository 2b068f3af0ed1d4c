/// Names under which logs keep where their values belong.
enum LogPosition: Sendable {
  case epoch, step

  /// Nil for all names of something else.
  init?(_ name: String) {
    var words = MetricName.words(of: name)
    words.removeAll {
      ["train", "training", "trainer", "current", "global", "num", "number", "n", "no", "nr", "idx", "index", "id"]
        .contains($0)
    }
    switch words {
    case ["epoch"], ["epochs"], ["ep"]: self = .epoch
    case ["step"], ["steps"], ["iteration"], ["iterations"], ["iter"], ["iters"], ["it"], ["batch"],
      ["update"],
      ["updates"], ["timestep"], ["timesteps"]:
      self = .step
    default: return nil
    }
  }
}

extension LogPosition {
  /// Takes the name of a list of positions of one phase, such as `val_steps`, or `test_counter`, which counts samples.
  init?(phasePosition path: [String]) {
    let words = MetricName.words(of: path.joined(separator: "/")).filter { ScalarLog.Phase(word: $0) == nil }
    switch words {
    case ["counter"]: self = .step
    default:
      guard let position = LogPosition(words.joined(separator: "_")) else { return nil }
      self = position
    }
  }

  /// The number that a text other than a plain number says: 3 of `3/10`, `Epoch 3 of 10` or `[3/10]`, 1000 of `1,000`. Nil if it
  /// says none.
  static func number(in text: String) -> Double? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1, groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups[0].first != "0"
    {
      return Double(groups.joined())
    }
    let words = MetricName.words(of: text).drop { LogPosition($0) != nil }
    guard let first = words.first, first.allSatisfy(\.isASCIIDigit), !text.contains(where: { ".,-".contains($0) })
    else {
      return nil
    }
    let rest = words.dropFirst().filter { $0 != "of" }
    guard rest.isEmpty || text.contains("/") || words.contains("of") else { return nil }
    return rest.count <= 1 && rest.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) ? Double(first) : nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
