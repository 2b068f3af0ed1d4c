/// What was logged during a training: named series, each with the epochs or steps at which its values hold.
///
/// Keras' names are used for what is understood: `loss`, `accuracy`, `val_loss`, `val_accuracy`, and `seconds` for the time
/// an epoch took, its validation included. Other scalars stand under the logger's own name. Series may differ in length
/// and in where they were logged; a value may be NaN or infinite, as it was logged.
package struct TrainingHistory: Codable, Sendable, Equatable {
  /// The series by name; none of them is empty.
  package private(set) var series: [String: Series]

  /// Creates a history of series; empty ones are left out.
  package init(series: [String: Series]) {
    self.series = series.filter { !$0.value.isEmpty }
  }

  /// Creates a history of values logged once per epoch.
  package init(
    loss: [Double] = [], accuracy: [Double] = [], validationLoss: [Double] = [], validationAccuracy: [Double] = [],
    seconds: [Double] = []
  ) {
    self.init(
      series: [
        "loss": Series(perEpoch: loss), "accuracy": Series(perEpoch: accuracy),
        "val_loss": Series(perEpoch: validationLoss), "val_accuracy": Series(perEpoch: validationAccuracy),
        "seconds": Series(perEpoch: seconds),
      ])
  }

  /// The series called `name`; nil if it was not logged. An empty series removes it.
  package subscript(name: String) -> Series? {
    get { series[name] }
    set { series[name] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// A series that figures and reports understand.
  package enum Measure: String, CaseIterable, Sendable {
    /// The loss on the training samples: Keras' running mean over the epoch.
    case loss
    /// The share of training samples classified correctly, 0 to 1: a running mean over the epoch.
    case accuracy
    /// The loss on the validation samples.
    case validationLoss = "val_loss"
    /// The share of validation samples classified correctly, 0 to 1.
    case validationAccuracy = "val_accuracy"
  }

  /// The series of a measure; nil if it was not logged.
  package subscript(measure: Measure) -> Series? {
    get { self[measure.rawValue] }
    set { self[measure.rawValue] = newValue }
  }

  /// The loss on the training samples.
  package var loss: Series? { self[.loss] }
  /// The accuracy on the training samples.
  package var accuracy: Series? { self[.accuracy] }
  /// The loss on the validation samples.
  package var validationLoss: Series? { self[.validationLoss] }
  /// The accuracy on the validation samples.
  package var validationAccuracy: Series? { self[.validationAccuracy] }
  /// How long each epoch took, its validation included.
  package var seconds: Series? { self["seconds"] }

  /// The series that a comparison of trainings draws; those of the four measures.
  package var measures: TrainingHistory {
    TrainingHistory(series: series.filter { Measure(rawValue: $0.key) != nil })
  }

  /// The whole epochs that the measures reach; 0 if none has an axis of epochs.
  package var epochs: Int { end(of: .epoch) }

  /// The training steps that the measures reach; 0 if none has an axis of steps.
  package var steps: Int { end(of: .step) }

  private func end(of axis: Series.Axis) -> Int {
    let ends = measures.series.values.filter { $0.axis == axis }.compactMap(\.end)
    return ends.max().map { Int($0.rounded(.down)) } ?? 0
  }

  /// Reads a history. A list in place of a series holds one value per epoch, as in schema 1.
  package init(from decoder: any Decoder) throws {
    let read = try decoder.singleValueContainer().decode([String: Series?].self)
    self.init(series: read.compactMapValues { $0 })
  }

  /// Writes an object of series.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(series)
  }
}
