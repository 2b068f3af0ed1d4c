import FileFormats
import RunRecords

/// The predictions in a table, taken row by row, so that only what is meant of each row takes memory.
struct SampleRows {
  private let table: SampleTable
  private let columns: PredictionColumns
  private var predicted: ClassColumn?
  private var label: ClassColumn?
  private var numbers: [Float] = []
  private var sampleNames: [String]?

  /// Tells which column is which.
  ///
  /// - Parameter table: the header, and at least the first row.
  /// - Throws: if there is no row, or no column of predictions.
  init(_ table: SampleTable) throws(FormatError) {
    guard !table.isEmpty else { throw table.error("line 1", "no row follows it") }
    self.table = table
    columns = PredictionColumns(table.table)
    let header = table.table.header
    if columns.probabilities.count < 2 {
      guard let column = columns.predicted else { throw table.noColumns }
      predicted = ClassColumn(name: header[column])
    }
    label = columns.label.map { ClassColumn(name: header[$0]) }
    if label != nil && columns.sample != nil { sampleNames = [] }
  }

  /// Takes a row.
  ///
  /// - Parameters:
  ///   - line: where it is, for errors.
  ///   - text: the text in a column; empty if the row ends before it.
  ///   - number: the number in a column if that is known.
  /// - Throws: if a probability is no number. A percent sign is passed over.
  mutating func append(
    line: Int, text: (Int) throws(FormatError) -> String, number: (Int) -> Double?
  ) throws(FormatError) {
    if let column = columns.label { label?.append(try text(column), line: line) }
    if let column = columns.sample { sampleNames?.append(try text(column)) }
    if predicted != nil {
      if let column = columns.predicted { predicted?.append(try text(column), line: line) }
      return
    }
    for column in columns.probabilities {
      if let number = number(column) {
        numbers.append(Float(number))
        continue
      }
      let text = try text(column)
      guard let number = Float(text.hasSuffix("%") ? String(text.dropLast()) : text) else {
        throw table.error(table.place(line: line, column: table.table.header[column]), "'\(text)' is not a number")
      }
      numbers.append(number)
    }
  }

  /// The predictions, with the true classes and the samples' names beside them.
  ///
  /// - Throws: if a class is none, or the numbers are no probabilities.
  mutating func finish() throws(FormatError) -> PredictedSamples {
    let read = try table.classes([predicted, label].compactMap { $0 }, known: columns.classNames)
    var samples: PredictedSamples
    if predicted != nil {
      samples = PredictedSamples(values: .classes(read.classes[0]), file: table.file, format: table.format)
    } else {
      if columns.isFromOne, read.classes.first?.contains(0) != false { throw table.noColumns }
      // Given away, so that they can be changed in place.
      let rows = numbers
      numbers = []
      samples = try PredictedSamples(
        rows: consume rows, columns: columns.probabilities.count, file: table.file, format: table.format)
    }
    if label != nil, let labels = read.classes.last {
      samples.truth = TrueClasses(
        labels: labels, names: read.names ?? columns.classNames, sampleNames: sampleNames, file: table.file)
    }
    return samples
  }
}
