import FileFormats

/// The first rows of a table of predictions, by which its columns are told.
struct PredictionRows {
  let table: CSV.Table
  private let rows: ArraySlice<[String]>

  /// Enough to tell a column by.
  static let most = 100

  init(_ table: CSV.Table) {
    self.table = table
    // The last of some first rows may be cut off.
    rows = Array(table.rows.lazy.filter { $0.count == table.header.count }.prefix(Self.most))[...]
  }

  /// The texts of a column.
  func texts(_ column: Int) -> [String] { rows.map { $0[column] } }

  /// The numbers of a column; nil if a cell has none.
  private func numbers(_ column: Int) -> [Double]? {
    var numbers: [Double] = []
    for row in rows {
      guard case .number(let number, _) = LoggedCell(row[column]) else { return nil }
      numbers.append(number)
    }
    return numbers.isEmpty ? nil : numbers
  }

  /// Whether all cells of a column are numbers.
  func isNumeric(_ column: Int) -> Bool { numbers(column) != nil }

  /// Whether all cells of a column are numbers without a fraction.
  func isWhole(_ column: Int) -> Bool { numbers(column)?.allSatisfy { $0 == $0.rounded() } ?? false }

  /// Whether each row of some columns sums to 1 or to 100, as probabilities do.
  func sumToWhole(_ columns: [Int]) -> Bool {
    let numbers = columns.compactMap(numbers)
    guard columns.count > 1, numbers.count == columns.count else { return false }
    let sums = rows.indices.map { row in numbers.reduce(0) { $0 + $1[row - rows.startIndex] } }
    return [1, 100].contains { whole in sums.allSatisfy { abs($0 - whole) <= 0.01 * whole } }
      && numbers.allSatisfy { $0.allSatisfy { $0 >= 0 } }
  }

  /// Whether probabilities or percentages of one class and predicted classes go together: one class above a half, another one
  /// below.
  func agree(_ output: Int, _ predicted: Int) -> Bool {
    guard let outputs = numbers(output), let greatest = outputs.max(), let least = outputs.min(), least >= 0 else {
      return false
    }
    let half = greatest > 1 ? 50.0 : 0.5
    let texts = texts(predicted)
    let above = Set(zip(texts, outputs).filter { $0.1 > half }.map(\.0))
    let below = Set(zip(texts, outputs).filter { $0.1 < half }.map(\.0))
    return above.count == 1 && below.count == 1 && above != below
  }
}
