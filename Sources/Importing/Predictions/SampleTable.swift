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

  /// The classes in some columns: as numbers if all of them are in one, otherwise the place of each in the names.
  ///
  /// - Parameter known: the names in their order; if it is nil, those in the columns are sorted, as scikit-learn sorts them.
  func classes(
    _ columns: [ClassColumn], known: [String]?
  ) throws(FormatError) -> (classes: [[Int]], names: [String]?) {
    var classes: [[Int]] = []
    // Beside columns that are named, the classes may be numbers all the same.
    let areNamed = columns.contains { column in column.texts.first.map { known?.contains($0) ?? false } ?? false }
    if !areNamed, columns.contains(where: \.isNumbered) {
      for column in columns { classes.append(column.classes(try numbers(of: column))) }
      return (classes, nil)
    }
    let names = known ?? ClassTexts.sorted(Set(columns.flatMap(\.texts)))
    guard names.count <= RunRecord.Dataset.maximumClasses else {
      throw error("line 1", "it names \(names.count) classes, and there may be \(RunRecord.Dataset.maximumClasses)")
    }
    let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for column in columns {
      var read: [Int] = []
      for (name, line) in zip(column.texts, column.lines) {
        guard let place = places[name], !name.isEmpty else {
          throw error(self.place(line: line, column: column.name), "'\(name)' is no class with a column of its own")
        }
        read.append(place)
      }
      classes.append(column.classes(read))
    }
    return (classes, names)
  }

  /// The numbers that the texts of a column are.
  private func numbers(of column: ClassColumn) throws(FormatError) -> [Int] {
    var numbers: [Int] = []
    for (text, line) in zip(column.texts, column.lines) {
      guard let number = ClassColumn.whole(text) else {
        throw error(place(line: line, column: column.name), "'\(text)' is not the number of a class")
      }
      guard (0..<RunRecord.Dataset.maximumClasses).contains(number) else {
        throw error(place(line: line, column: column.name), "\(number) is not the number of a class")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The number that a text is, without a percent sign and with a decimal comma as a point; nil if it is none.
  static func number(_ text: String) -> Float? {
    if let number = Float(text) { return number }
    let number = text.hasSuffix("%") ? String(text.dropLast().reversed().drop { $0 == " " }.reversed()) : text
    return Float(number.contains(".") ? number : number.replacing(",", with: "."))
  }

  /// The numbers in a column, row by row.
  func numbers(_ column: Int) throws(FormatError) -> [Double] {
    var numbers: [Double] = []
    for row in table.rows.indices {
      let text = cell(column, row)
      guard let number = Double(text) else {
        throw error(place(line: table.lines[row], column: table.header[column]), "'\(text)' is not a number")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// A column of classes.
  func column(_ column: Int) -> ClassColumn {
    var classes = ClassColumn(name: table.header[column])
    for row in table.rows.indices { classes.append(cell(column, row), line: table.lines[row]) }
    return classes
  }

  func cell(_ column: Int, _ row: Int) -> String {
    let cells = table.rows[row]
    guard cells.indices.contains(column) else { return "" }
    let text = cells[column].drop { $0 == " " }
    return text.last == " " ? String(text.reversed().drop { $0 == " " }.reversed()) : String(text)
  }

  /// What errors call a cell.
  func place(line: Int, column: String) -> String { "\(format == "CSV" ? "line" : "entry") \(line), column \(column)" }

  var noColumns: FormatError { error("line 1", "it has neither a column predicted nor one for each class") }

  func error(_ place: String, _ problem: String) -> FormatError {
    FormatError(
      .read, format: format, file: file, at: .field(place), problem: problem,
      advice: "Save a row for each test sample with columns such as true and predicted, or true and prob_0, prob_1")
  }
}
