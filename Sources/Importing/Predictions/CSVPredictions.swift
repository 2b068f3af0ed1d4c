import FileFormats
import RunRecords

/// A table of predictions: for each test sample the predicted class, or a column of probabilities for each class, and the true
/// class if it is known. Other columns, such as file names, are ignored.
///
///     true,predicted        true,prob_0,prob_1
///     1,1                   1,0.2,0.8
enum CSVPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    let columns = Columns(file.csvHeader)
    return columns.predicted != nil || columns.probabilities.count > 1
  }

  static func read(_ file: ModelFile) throws -> PredictedSamples {
    try read(file.contents(.csv), file: file.path.string)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: if it is no table, or a cell is not a class number or a probability.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> PredictedSamples {
    let table = try CSV.read(bytes, file: file)
    let columns = Columns(table.header)
    func error(_ place: String, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "CSV", file: file, at: .field(place), problem: problem,
        advice: "Save a row for each test sample with columns such as true and predicted, or true and prob_0, prob_1")
    }
    func value<Number>(_ column: Int, _ row: Int, _ name: String, _ parse: (String) -> Number?) throws(FormatError)
      -> Number
    {
      let cells = table.rows[row]
      let cell = cells.indices.contains(column) ? cells[column].filter { $0 != " " } : ""
      guard let number = parse(cell) else {
        throw error("line \(table.lines[row]), column \(table.header[column])", "'\(cell)' is not \(name)")
      }
      return number
    }
    func classes(_ column: Int) throws(FormatError) -> [Int] {
      var classes: [Int] = []
      for row in table.rows.indices { classes.append(try value(column, row, "the number of a class", Int.init)) }
      return classes
    }
    guard !table.rows.isEmpty else { throw error("line 1", "no row follows it") }
    let values: PredictedSamples.Values
    if columns.probabilities.count > 1 {
      var numbers: [Float] = []
      numbers.reserveCapacity(table.rows.count * columns.probabilities.count)
      for row in table.rows.indices {
        for column in columns.probabilities { numbers.append(try value(column, row, "a number", Float.init)) }
      }
      values = .numbers(numbers, columns: columns.probabilities.count)
    } else if let predicted = columns.predicted {
      values = .classes(try classes(predicted))
    } else {
      throw error("line 1", "it has neither a column predicted nor one for each class")
    }
    var labels: [Int]?
    if let column = columns.label {
      let read = try classes(column)
      if let row = read.firstIndex(where: { !(0..<RunRecord.Dataset.maximumClasses).contains($0) }) {
        throw error(
          "line \(table.lines[row]), column \(table.header[column])", "\(read[row]) is not the number of a class")
      }
      labels = read
    }
    return PredictedSamples(values: values, labels: labels, file: file, format: "CSV")
  }

  /// Which column is which.
  private struct Columns {
    var label: Int?
    var predicted: Int?
    /// The columns of classes 0, 1, 2 and so on; empty if one is missing.
    var probabilities: [Int] = []

    init(_ header: [String]) {
      let names = header.map { name in
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
      }
      label = names.firstIndex {
        ["true", "label", "truelabel", "ytrue", "target", "actual", "trueclass"].contains($0)
      }
      predicted = names.firstIndex {
        ["predicted", "pred", "prediction", "predictedlabel", "ypred", "predictedclass"].contains($0)
      }
      for kind in ["prob", "probability", "proba", "p", "class"] where probabilities.isEmpty {
        while let column = names.firstIndex(of: "\(kind)\(probabilities.count)") { probabilities.append(column) }
      }
    }
  }
}
