/// The values of one scalar and their steps, from a file of its own.
struct StepLog: Equatable {
  /// The steps in the order of the file.
  var steps: [Double] = []
  /// The values.
  var values: [Double] = []

  /// The series in a log; its steps are epochs if its name says so as Keras' `epoch_loss` does.
  func series(_ name: String, phase: ScalarLog.Phase? = nil) -> ScalarLog.Series {
    // Who gives no step has all values at one.
    let isCounted = values.count < 2 || Set(steps.prefix(2)).count > 1 || Set(steps).count > 1
    let areEpochs = isCounted && name.hasPrefix("epoch_")
    return ScalarLog.Series(
      name, phase: phase, epochs: areEpochs ? steps : nil, steps: isCounted ? steps : nil, values: values)
  }
}
