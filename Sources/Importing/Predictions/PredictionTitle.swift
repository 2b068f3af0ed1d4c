/// What the title of a column says in a table of predictions, whatever its words are joined by.
enum PredictionTitle: Equatable {
  /// The true class: `y_true`, `Label`, `ground truth`, `target_class`.
  case label
  /// The predicted class: `y_pred`, `Predicted Label`, `pred_id`.
  case predicted
  /// A class, and not which: `class`, `category`.
  case plainClass
  /// The predicted class if a true one is beside it: `output`, `guess`.
  case answer
  /// What a network with one output gives: `prob`, `y_score`, `prob_1`.
  case probability

  /// Nil for all other titles.
  init?(_ title: String) {
    let words = MetricName.words(of: title).map { Self.joined[$0] ?? [$0] }.joined()
    let rest = Set(words).subtracting(Self.plain)
    switch rest {
    case [] where !words.isEmpty && !Set(words).isDisjoint(with: ["y", "class", "classes", "category", "species"]):
      self = .plainClass
    case _ where !rest.isEmpty && rest.isSubset(of: Self.truths): self = .label
    case _
    where !rest.isEmpty && rest.isSubset(of: Self.predictions.union(Self.labels))
      && !rest.isDisjoint(with: Self.predictions):
      self = .predicted
    case _ where !rest.isEmpty && rest.isSubset(of: Self.answers), ["top", "1"]: self = .answer
    case _ where !rest.isDisjoint(with: Self.probabilities) && rest.isSubset(of: Self.probabilityWords):
      self = .probability
    default: return nil
    }
  }

  /// Words that people write without anything between.
  private static let joined: [String: [String]] = [
    "ytrue": ["y", "true"], "ypred": ["y", "pred"], "yhat": ["y", "hat"], "ypreds": ["y", "preds"],
    "truelabel": ["true", "label"], "trueclass": ["true", "class"], "groundtruth": ["truth"],
    "predictedlabel": ["predicted", "label"], "predlabel": ["pred", "label"], "predclass": ["pred", "class"],
    "predictedclass": ["predicted", "class"], "actuallabel": ["actual", "label"], "yprob": ["y", "prob"],
    "yproba": ["y", "proba"], "yscore": ["y", "score"],
  ]
  private static let plain: Set = [
    "y", "class", "classes", "name", "names", "id", "ids", "idx", "index", "number", "category", "species", "test",
    "the", "model", "value", "values", "cls",
  ]
  private static let labels: Set = ["label", "labels", "target", "targets"]
  private static let truths = labels.union([
    "true", "truth", "truths", "ground", "actual", "gt", "gold", "expected", "observed", "obs", "reference", "real",
  ])
  private static let predictions: Set = [
    "pred", "preds", "predicted", "prediction", "predictions", "predict", "predicts", "hat", "yhat",
  ]
  private static let answers: Set = ["output", "outputs", "guess", "hypothesis", "estimate", "argmax", "answer"]
  private static let probabilities: Set = [
    "prob", "probs", "proba", "probas", "probability", "probabilities", "p", "score", "scores", "sigmoid", "logit",
    "logits",
  ]
  private static let probabilityWords = probabilities.union(predictions).union(["positive", "pos", "1", "of", "output"])
}
