import Glibc

extension SavedModel {
  /// The usual name of a model that answers for all others of its run.
  package static let ensembleName = "Ensemble"

  /// A model that answers with the mean of other models' probabilities, those of all their members if they have any; nil if
  /// fewer than two probabilities for each sample are known.
  package init?(name: String = ensembleName, ensembleOf models: [SavedModel]) {
    let answers = models.flatMap(\.answers)
    guard answers.count > 1, let first = answers.first else { return nil }
    var sums = [Float](repeating: 0, count: first.count * first.classCount)
    for answer in answers {
      guard let probabilities = answer.probabilities, probabilities.count == sums.count else { return nil }
      for place in sums.indices { sums[place] += probabilities[place] }
    }
    let count = Float(answers.count)
    let parameters = models.compactMap { model in model.record.parameters.map { $0 * model.answers.count } }
    self.init(
      record: ModelRecord(
        name: name, parameters: parameters.count == models.count ? parameters.reduce(0, +) : nil, ensemble: true),
      predictions: Predictions(probabilities: sums.map { $0 / count }, classCount: first.classCount))
  }

  /// What each training that the model stands for answered, as far as it is known.
  private var answers: [Predictions] {
    members.isEmpty ? [predictions].compactMap(\.self) : members.compactMap(\.predictions)
  }
}

extension ModelRecord.Evaluation {
  /// How predictions with probabilities do on samples of known classes, at least one.
  package init(of predictions: Predictions, labels: some Collection<Int32>) {
    var (hits, loss) = (0, 0.0)
    for (sample, label) in labels.enumerated() {
      if predictions.classes[sample] == Int(label) { hits += 1 }
      guard let probabilities = predictions.probabilities else { continue }
      // A probability of 0 is one too small for its format.
      let probability = max(probabilities[sample * predictions.classCount + Int(label)], .leastNormalMagnitude)
      loss -= log(Double(probability))
    }
    let count = Double(labels.count)
    self.init(loss: predictions.probabilities == nil ? nil : loss / count, accuracy: Double(hits) / count)
  }
}
