/// The samples on which trained models are evaluated.
package enum EvaluationSet: Sendable, Equatable {
  /// The test set.
  case test
  /// The samples of the training set that are held out. The test set is never looked at, so that it cannot have a part in the
  /// choice of a recipe.
  case validation
}
