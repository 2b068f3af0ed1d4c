import RunRecords

/// What another trainer left of one training of a model: its log, predictions, or both.
package struct ImportedModel: Sendable, Equatable {
  /// The name as figures and tables are to show it.
  package let name: String
  /// How the training went; nil without a log.
  package let history: TrainingHistory?
  /// The file that the history is from, or the number of files.
  package let historySource: String?
  /// The metrics of the log that a run does not keep, sorted.
  package let leftOutMetrics: [String]
  /// What the model answered for every test sample; nil without predictions.
  package let predictions: Predictions?
  /// Its finished confusion matrix, `[true class][predicted class]`, if that is all that is known of its predictions.
  package let confusionMatrix: [[Int]]?
  /// What else people should know of how the files were read; clauses.
  package let notes: [String]
  /// What tells this training from the model's others, such as `seed-1`; nil if it is the only one.
  package var training: String?
}
