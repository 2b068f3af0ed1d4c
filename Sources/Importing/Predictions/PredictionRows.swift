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

  /// Whether each row of some columns has a single 1, and otherwise 0.
  func areOneHot(_ columns: [Int]) -> Bool {
    !rows.isEmpty && columns.count > 1 && columns.allSatisfy { numbers($0)?.allSatisfy { $0 == 0 || $0 == 1 } ?? false }
      && hot(columns).allSatisfy { $0 != nil }
  }

  /// Which of some columns is the only one that is 1, row by row; nil in rows that have none or several.
  func hot(_ columns: [Int]) -> [Int?] {
    rows.map { row in
      let hot = columns.indices.filter { LoggedCell(row[columns[$0]]) == .number(1, isPercent: false) }
      return hot.count == 1 ? hot[0] : nil
    }
  }

  /// Whether all cells of a column hold as many numbers, more than one.
  func areLists(_ column: Int) -> Bool {
    let counts = Set(rows.map { NumberList.numbers(in: $0[column])?.count ?? 0 })
    return counts.count == 1 && counts != [0]
  }
}
