import FileFormats

extension SavedModel {
  /// The name of the array that holds ``confusionMatrix``: `confusion_matrix.npy`.
  package static let confusionMatrixName = "confusion_matrix"

  /// The most samples that a cell may count, so that sums are still numbers.
  package static let greatestCount = 1 << 40

  /// How often each class was taken for each other, `[true class][predicted class]`, if that is all that is known of the
  /// model's predictions: one of the ``extras``. Nil if there is none, or none of whole numbers in a square.
  package var confusionMatrix: [[Int]]? {
    get {
      guard let array = extras[Self.confusionMatrixName], array.shape.count == 2, array.shape[0] == array.shape[1],
        let counts = array.integers
      else { return nil }
      let side = array.shape[0]
      return (0..<side).map { Array(counts[$0 * side..<($0 + 1) * side]) }
    }
    set {
      extras[Self.confusionMatrixName] = newValue.map { counts in
        NPYArray(
          shape: [counts.count, counts.count], elements: .int64(counts.flatMap { $0.map { Int64($0) } }))
      }
    }
  }
}
