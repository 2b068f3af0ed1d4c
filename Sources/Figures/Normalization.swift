/// What a cell of a confusion matrix is a share of, as the `normalize` of scikit-learn's `confusion_matrix`.
package enum Normalization: String, CaseIterable, Sendable {
  /// Nothing: cells are counts.
  case none
  /// The samples of the true class: rows sum to 1.
  case trueClass = "true"
  /// The samples taken for the predicted class: columns sum to 1.
  case predictedClass = "predicted"
  /// All samples.
  case all

  /// What 100 percent is; nil for counts.
  var whole: String? {
    switch self {
    case .none: nil
    case .trueClass: "true class"
    case .predictedClass: "predicted class"
    case .all: "test samples"
    }
  }

  /// The shares of the cells, row by row, 0 to 1; nil for counts. A share of nothing is not a number.
  func shares(of counts: [[Int]]) -> [Double]? {
    func shares(_ total: (_ row: Int, _ column: Int) -> Int) -> [Double] {
      counts.enumerated().flatMap { row, cells in
        cells.enumerated().map { column, count in Double(count) / Double(total(row, column)) }
      }
    }
    let rows = counts.map { $0.reduce(0, +) }
    switch self {
    case .none: return nil
    case .trueClass: return shares { row, _ in rows[row] }
    case .predictedClass:
      let columns = counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
      return shares { _, column in columns[column] }
    case .all:
      let total = rows.reduce(0, +)
      return shares { _, _ in total }
    }
  }
}
