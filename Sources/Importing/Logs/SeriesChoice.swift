import RunRecords

/// Which series of a log are the losses and accuracies of the training and of the validation.
struct SeriesChoice {
  /// The place of the series of each measure.
  private(set) var taken: [TrainingHistory.Measure: Int] = [:]
  /// What was not plain; clauses.
  private(set) var notes: [String] = []

  private let names: [MetricName]
  private let series: [ScalarLog.Series]

  /// - Parameter usable: the series that hold a number.
  init(_ series: [ScalarLog.Series], usable: [Int]) {
    self.series = series
    names = series.map { MetricName($0.name, phase: $0.phase) }
    let validation = ScalarLog.Phase.validations.first { phase in
      usable.contains {
        names[$0].quantity != nil && names[$0].phase == phase && isLogged($0, as: phase, among: usable)
      }
    }
    take(.loss, .training, .loss, usable)
    take(.accuracy, .training, .accuracy, usable)
    if let validation {
      take(.validationLoss, validation, .loss, usable)
      take(.validationAccuracy, validation, .accuracy, usable)
      if validation != .validation {
        let measures = [TrainingHistory.Measure.validationLoss, .validationAccuracy]
        let stand = measures.compactMap { taken[$0].map { series[$0].name } }
        notes.append("the validation is what the log calls \(validation.rawValue) (\(stand.joined(separator: ", ")))")
      }
    }
    takeBare(usable)
  }

  /// A test is the validation only if it was done along the training: the one at its end is a result, no curve.
  private func isLogged(_ place: Int, as phase: ScalarLog.Phase, among usable: [Int]) -> Bool {
    guard phase == .test, series[place].count == 1 else { return true }
    return usable.allSatisfy { names[$0].quantity == nil || series[$0].count == 1 }
  }

  /// Takes the series of a phase whose name fits best, the first of several.
  private mutating func take(
    _ measure: TrainingHistory.Measure, _ phase: ScalarLog.Phase, _ quantity: MetricName.Quantity, _ usable: [Int]
  ) {
    var best: Int?
    for place in usable where names[place].quantity == quantity && names[place].phase == phase {
      if best.map({ names[place].rank > names[$0].rank }) ?? true { best = place }
    }
    taken[measure] = best
    guard let best, names[best].set != nil else { return }
    let others = usable.filter {
      $0 != best && (names[$0].quantity, names[$0].phase, names[$0].set == nil) == (quantity, phase, false)
    }
    if !others.isEmpty {
      notes.append(
        "of several validation sets \(series[best].name) is taken, and not \(others.map { series[$0].name }.joined(separator: ", "))"
      )
    }
  }

  /// Takes what has no word of a phase. It is of the training, as Keras has it; except for an accuracy beside losses that both
  /// tell their phase: fastai, Ultralytics and timm measure it on the validation samples.
  private mutating func takeBare(_ usable: [Int]) {
    func best(_ quantity: MetricName.Quantity) -> Int? {
      var best: Int?
      for place in usable where names[place].quantity == quantity && names[place].phase == nil {
        if best.map({ names[place].rank > names[$0].rank }) ?? true { best = place }
      }
      return best
    }
    let phasesAreTold = taken[.loss] != nil && taken[.validationLoss] != nil
    if taken[.loss] == nil { taken[.loss] = best(.loss) }
    guard let accuracy = best(.accuracy) else { return }
    if phasesAreTold {
      guard taken[.validationAccuracy] == nil else { return }
      taken[.validationAccuracy] = accuracy
      notes.append("\(series[accuracy].name) is taken for the validation's, as the losses beside it tell their phase")
    } else if taken[.accuracy] == nil {
      taken[.accuracy] = accuracy
    }
  }
}
