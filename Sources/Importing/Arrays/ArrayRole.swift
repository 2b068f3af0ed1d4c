/// What an array of a test set is, told by the name that people give it.
enum ArrayRole: Sendable, CaseIterable {
  /// What the model answered.
  case predictions
  /// The true classes.
  case labels
  /// The samples.
  case images
  /// A finished confusion matrix.
  case matrix

  /// The names in the order in which they are preferred: probabilities go before classes.
  private var names: [String] {
    switch self {
    case .predictions:
      [
        "predictions", "probabilities", "probs", "prob", "probas", "proba", "predprobs", "predprob", "predproba",
        "ypredprob", "ypredprobs", "ypredproba", "predictedprobabilities", "predictprobs", "logprobs",
        "logprobabilities",
        "logsoftmax", "yprobs", "yprob", "yprobas",
        "yproba", "yscores", "yscore", "scores", "softmax", "confidences", "logits", "outputs", "output", "prediction",
        "preds", "pred", "predicted", "predictedlabels", "predictedclasses", "predlabels", "predlabel", "predclasses",
        "ypreds", "ypred", "ypredicted", "yhat",
      ]
    case .labels:
      [
        "labels", "ytrue", "y", "targets", "target", "label", "truelabels", "truelabel", "trueclasses", "groundtruth",
        "groundtruths", "gt", "truth", "actual", "true",
      ]
    case .images: ["images", "x", "image", "imgs", "pictures", "inputs"]
    case .matrix: ["confusionmatrix", "confusion", "confmatrix", "confmat", "cmatrix", "cm"]
    }
  }

  /// Words that say of which set the samples are.
  private static let sets: Set<String> = ["test", "testing", "val", "valid", "validation", "eval"]

  /// How well a name such as `y_pred` or `test_predictions` fits, 0 the best; nil if it does not.
  func rank(of name: String) -> Int? {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let rank = names.firstIndex(of: words.joined()) { return rank }
    guard let rank = names.firstIndex(of: words.filter { !Self.sets.contains($0) }.joined()) else { return nil }
    // Of two, the one without such a word is meant.
    return rank + names.count
  }

  /// The role of an array of this name.
  init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.rank(of: name) != nil }) else { return nil }
    self = role
  }
}
