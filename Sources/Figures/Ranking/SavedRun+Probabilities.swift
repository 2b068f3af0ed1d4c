import Metrics
import NumberText
import RunRecords

extension SavedRun {
  /// The most probabilities of a model that figures go through one by one.
  private static let maximumProbabilities = 4_000_000

  /// The true classes of the test samples, and the probabilities that the featured model gave.
  func featuredProbabilities() throws(MissingData) -> (labels: [Int], probabilities: [Float], classCount: Int) {
    let (labels, predictions) = try answers()
    let model = record.featuredModel
    guard let probabilities = predictions.probabilities else {
      throw MissingData("of \(model) only the predicted classes are known, not the probabilities")
    }
    guard probabilities.count <= Self.maximumProbabilities else {
      throw MissingData("more than \(grouped(Self.maximumProbabilities)) probabilities of \(model)")
    }
    guard probabilities.allSatisfy(\.isFinite) else {
      throw MissingData("\(model) gave probabilities that are NaN or infinite")
    }
    return (labels, probabilities, predictions.classCount)
  }

  /// The models of which there are probabilities for each test sample and class, by position; of those of the featured model
  /// there must be some.
  func modelsWithProbabilities(labels: [Int], classCount: Int) -> [(index: Int, name: String, probabilities: [Float])] {
    models.enumerated().compactMap { index, model in
      guard let predictions = model.predictions, predictions.classCount == classCount,
        predictions.count == labels.count, let probabilities = predictions.probabilities,
        probabilities.count <= Self.maximumProbabilities, probabilities.allSatisfy(\.isFinite)
      else { return nil }
      return (index, model.record.name, probabilities)
    }
  }
}

extension RankedSamples {
  /// One class against the rest.
  init(ofClass label: Int, labels: [Int], probabilities: [Float], classCount: Int) {
    self.init(
      labels.indices.lazy.map { (probabilities[$0 * classCount + label], labels[$0] == label) })
  }

  /// Every probability, whatever its class.
  init(labels: [Int], probabilities: [Float], classCount: Int) {
    self.init(
      probabilities.indices.lazy.map { (probabilities[$0], labels[$0 / classCount] == $0 % classCount) })
  }
}
