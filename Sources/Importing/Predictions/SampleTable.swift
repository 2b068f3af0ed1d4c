import FileFormats
import RunRecords

/// The cells of a table with a row for each test sample, as classes and numbers.
struct SampleTable {
  let table: CSV.Table
  let file: String
  /// The form of the file, for errors.
  let format: String

  init(_ table: CSV.Table, file: String, format: String = "CSV") {
    self.table = table
    self.file = file
    self.format = format
  }

  var isEmpty: Bool { table.rows.isEmpty }

  /// The classes in some columns: as numbers if all of them are, otherwise the place of each in the names.
  ///
  /// - Parameter known: the names in their order; if it is nil, those in the columns are sorted, as scikit-learn sorts them.
  func classes(
    _ columns: [Int], known: [String]?
  ) throws(FormatError) -> (classes: [[Int]], names: [String]?) {
    let isNumbered = columns.contains { column in
      table.rows.indices.allSatisfy { whole(cell(column, $0)) != nil }
    }
    if isNumbered && known == nil {
      var classes: [[Int]] = []
      for column in columns { classes.append(try numberedClasses(column)) }
      return (classes, nil)
    }
    let used = Set(columns.flatMap { column in table.rows.indices.map { cell(column, $0) } })
    let names = known ?? used.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    guard names.count <= RunRecord.Dataset.maximumClasses else {
      throw error("line 1", "it names \(names.count) classes, and there may be \(RunRecord.Dataset.maximumClasses)")
    }
    let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var classes: [[Int]] = []
    for column in columns {
      var read: [Int] = []
      for row in table.rows.indices {
        let name = cell(column, row)
        guard let place = places[name], !name.isEmpty else {
          throw error(place(of: row, column), "'\(name)' is no class with a column of its own")
        }
        read.append(place)
      }
      classes.append(read)
    }
    return (classes, names)
  }

  private func numberedClasses(_ column: Int) throws(FormatError) -> [Int] {
    var classes: [Int] = []
    for row in table.rows.indices {
      guard let number = whole(cell(column, row)) else {
        throw error(place(of: row, column), "'\(cell(column, row))' is not the number of a class")
      }
      guard (0..<RunRecord.Dataset.maximumClasses).contains(number) else {
        throw error(place(of: row, column), "\(number) is not the number of a class")
      }
      classes.append(number)
    }
    return classes
  }

  /// The numbers in some columns, row by row. A percent sign is passed over.
  func numbers<Number: LosslessStringConvertible>(
    _ columns: [Int], as _: Number.Type = Float.self
  ) throws(FormatError) -> [Number] {
    var numbers: [Number] = []
    numbers.reserveCapacity(table.rows.count * columns.count)
    for row in table.rows.indices {
      for column in columns {
        let text = cell(column, row)
        guard let number = Number(text.hasSuffix("%") ? String(text.dropLast()) : text) else {
          throw error(place(of: row, column), "'\(text)' is not a number")
        }
        numbers.append(number)
      }
    }
    return numbers
  }

  func cell(_ column: Int, _ row: Int) -> String {
    let cells = table.rows[row]
    guard cells.indices.contains(column) else { return "" }
    let text = cells[column].drop { $0 == " " }
    return text.last == " " ? String(text.reversed().drop { $0 == " " }.reversed()) : String(text)
  }

  private func place(of row: Int, _ column: Int) -> String {
    "\(format == "CSV" ? "line" : "entry") \(table.lines[row]), column \(table.header[column])"
  }

  private func whole(_ text: String) -> Int? { Int(text) ?? Double(text).flatMap(Int.init(exactly:)) }

  var noColumns: FormatError { error("line 1", "it has neither a column predicted nor one for each class") }

  func error(_ place: String, _ problem: String) -> FormatError {
    FormatError(
      .read, format: format, file: file, at: .field(place), problem: problem,
      advice: "Save a row for each test sample with columns such as true and predicted, or true and prob_0, prob_1")
  }
}
