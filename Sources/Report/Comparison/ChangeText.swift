import NumberText

/// A difference of proportions in percentage points with its sign: `+1.32`, `−0.10`, `0.00`.
func pointChange(_ proportion: Double) -> String { signed(fixedPoint(proportion * 100, decimals: 2)) }

/// A difference of losses with its sign: `+0.0132`.
func lossChange(_ value: Double) -> String { signed(fixedPoint(value, decimals: 4)) }

/// A p-value: `0.0312`, `< 0.0001`.
func pValueText(_ value: Double) -> String { value < 0.0001 ? "< 0.0001" : fixedPoint(value, decimals: 4) }

private func signed(_ digits: String) -> String {
  let isZero = !digits.contains { "123456789".contains($0) } && digits.contains("0")
  if isZero { return digits.replacing("-", with: "") }
  return digits.hasPrefix("-") ? digits.replacing("-", with: "\u{2212}") : "+" + digits
}

extension Change {
  /// The ends of the interval in a text's form; `cannot tell` if there is none.
  func intervalText(_ text: (Double) -> String) -> String {
    interval.map { "\(text($0.lowerBound)) to \(text($0.upperBound))" } ?? "cannot tell"
  }
}

extension ModelChange {
  /// The model's name, or both if they differ.
  var title: String { base == head ? head : "\(base) \u{2192} \(head)" }

  /// The statement that a reader takes away, as a sentence.
  var headline: String {
    let points = pointChange(accuracy.difference)
    guard accuracy.interval != nil else {
      return "Cannot tell: the runs have no predictions and labels of the test samples, and no further seeds, to tell "
        + "\(points) points from chance."
    }
    let verdict =
      switch accuracy.direction {
      case .up: "Better"
      case .down: "Worse"
      case .unknown: "Cannot tell"
      }
    return "\(verdict): test accuracy changes by \(points) points (95% interval \(accuracy.intervalText(pointChange)))."
  }

  /// Which question the comparison answers, and how.
  var question: String {
    switch evidence {
    case .samples(let difference):
      let alone =
        "The base alone is right on \(grouped(difference.onlyOther)) of \(grouped(difference.samples)) test samples, the head "
        + "alone on \(grouped(difference.onlyModel))"
      let whose = trainings.isEmpty ? "" : " The answers are those of \(trainings.joined(separator: " and of "))."
      return "Samples: would these two trained models differ on other samples like these? \(alone) "
        + "(\(testName ?? ""), p \(pText)).\(whose)"
    case .runs(let difference):
      return
        "Seeds: would other trainings of these two recipes differ? \(grouped(difference.counts[1])) trainings of the base, "
        + "\(grouped(difference.counts[0])) of the head (\(testName ?? ""), p \(pText))."
    case nil: return "Neither the samples nor the seeds can be compared."
    }
  }

  private var pText: String {
    let text = pValue.map(pValueText) ?? ""
    return text.hasPrefix("<") ? text : "= \(text)"
  }

  /// The word for the verdict in a document.
  var verdict: String {
    switch accuracy.direction {
    case .up: "better"
    case .down: "worse"
    case .unknown: "cannot tell"
    }
  }
}
