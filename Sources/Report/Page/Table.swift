/// Cells in rows and columns under the columns' names.
package struct Table: Sendable, Equatable {
  /// What a column holds, by which it is aligned.
  enum Content: Sendable, Equatable {
    /// Words, aligned to the left.
    case words
    /// Numbers, aligned to the right.
    case numbers
  }

  /// A column.
  struct Column: Sendable, Equatable {
    var name: String
    var content: Content
  }

  let columns: [Column]
  /// As many cells per row as there are columns.
  let rows: [[Inline]]

  /// A table whose first column names what the others, which are numbers, tell of.
  init(_ name: String, _ numbers: [String], rows: [[Inline]]) {
    columns = [Column(name: name, content: .words)] + numbers.map { Column(name: $0, content: .numbers) }
    self.rows = rows
  }

  /// Lines of cells padded to one width per column, the columns' names first.
  ///
  /// - Parameters:
  ///   - text: the text of a cell or of a column's name.
  ///   - minimum: the least width of a column in characters.
  func aligned(minimum: Int = 0, _ text: (Inline) -> String) -> (widths: [Int], lines: [[String]]) {
    let cells = ([columns.map { .text($0.name) }] + rows).map { $0.map(text) }
    let widths = columns.indices.map { column in max(minimum, cells.map { $0[column].count }.max() ?? 0) }
    let lines = cells.map { row in
      columns.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return columns[column].content == .words ? row[column] + space : space + row[column]
      }
    }
    return (widths, lines)
  }
}
