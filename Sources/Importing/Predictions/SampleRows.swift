import FileFormats
import RunRecords

/// The predictions in a table, taken row by row, so that only what is meant of each row takes memory.
struct SampleRows {
  private let table: SampleTable
  private let columns: PredictionColumns
  /// The predicted classes; nil if there are numbers of all classes. Beside one output for two classes they are kept until the
  /// last row, since more classes may follow.
  private var predicted: ClassColumn?
  private var label: ClassColumn?
  private var numbers: [Float] = []
  private var sampleNames: [String]?

  /// Tells which column is which, and takes the rows of a table.
  ///
  /// - Parameter table: the header, and enough of the first rows to tell the columns by.
  /// - Throws: if there is no row, or no column of predictions.
  init(_ table: SampleTable) throws(FormatError) {
    guard !table.isEmpty else { throw table.error("line 1", "no row follows it") }
    self.table = table
    columns = PredictionColumns(table.table)
    let header = table.table.header
    if columns.probabilities.count < 2 {
      guard columns.output != nil || columns.predicted != nil else { throw table.noColumns }
      if let column = columns.predicted, column != columns.output { predicted = ClassColumn(name: header[column]) }
    }
    label = columns.label.map { ClassColumn(name: header[$0]) }
    if label != nil && columns.sample != nil { sampleNames = [] }
    for row in table.table.rows.indices {
      try append(
        line: table.table.lines[row], text: { (column) throws(FormatError) in table.cell(column, row) },
        number: { _ in nil })
    }
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
    if let column = columns.predicted { predicted?.append(try text(column), line: line) }
    for column in columns.output.map({ [$0] }) ?? columns.probabilities {
      if let number = number(column) {
        numbers.append(Float(number))
        continue
      }
      let text = try text(column)
      guard let number = SampleTable.number(text) else {
        throw table.error(table.place(line: line, column: table.table.header[column]), "'\(text)' is not a number")
      }
      numbers.append(number)
    }
  }

  /// The predictions, with the true classes and the samples' names beside them.
  ///
  /// - Throws: if a class is none, or the numbers are no probabilities.
  mutating func finish() throws(FormatError) -> PredictedSamples {
    // An output is of two classes.
    let hasOutput = columns.output != nil && (label?.texts.count ?? 0) <= 2
    if hasOutput { predicted = nil }
    if columns.probabilities.count < 2 && !hasOutput && predicted == nil { throw table.noColumns }
    let read = try table.classes([predicted, label].compactMap { $0 }, known: columns.classNames)
    // Given away, so that they can be changed in place.
    let rows = numbers
    numbers = []
    var samples: PredictedSamples
    if predicted != nil {
      samples = PredictedSamples(values: .classes(read.classes[0]), file: table.file, format: table.format)
      samples.classNames = read.names
    } else if hasOutput {
      samples = try PredictedSamples(outputs: consume rows, file: table.file, format: table.format)
      if let names = read.names { return try named(samples, by: names, read.classes[0]) }
    } else {
      if columns.isFromOne, read.classes.first?.contains(0) != false { throw table.noColumns }
      samples = try PredictedSamples(
        rows: consume rows, columns: columns.probabilities.count, file: table.file, format: table.format)
    }
    if label != nil, let labels = read.classes.last {
      samples.truth = TrueClasses(
        labels: labels, names: read.names ?? columns.classNames,
        areSorted: read.names != nil && columns.classNames == nil, sampleNames: sampleNames, file: table.file)
    }
    return samples
  }

  /// The outputs of a network for two classes, given as the names of the true ones: the column is of the second of them, unless
  /// its title names one.
  private func named(
    _ outputs: PredictedSamples, by names: [String], _ labels: [Int]
  ) throws(FormatError) -> PredictedSamples {
    guard names.count == 2 else {
      throw table.error(
        "column \(table.table.header[columns.output ?? 0])", "it is one output for \(names.count) classes")
    }
    var samples = outputs
    let order = columns.outputName == names[0] ? [names[1], names[0]] : names
    samples.notes = samples.notes.map { $0.replacing("class 1", with: order[1]) }
    samples.truth = TrueClasses(
      labels: labels, names: names, sampleNames: sampleNames, file: table.file
    ).ordered(order)
    return samples
  }
}
