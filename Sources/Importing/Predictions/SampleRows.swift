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
  /// The number of numbers in each cell of a column of lists.
  private var listCount: Int?
  /// Whether the one output is left aside, as it is no number somewhere; the predicted classes are known.
  private var isOutputLeft = false
  private var sampleNames: [String]?
  /// The number of rows of the training set, which are left out, and the set that the others are of.
  private var training = 0
  private var set: ScalarLog.Phase?

  /// Tells which column is which, and takes the rows of a table.
  ///
  /// - Parameter table: the header, and enough of the first rows to tell the columns by.
  /// - Throws: if there is no row, or no column of predictions.
  init(_ table: SampleTable) throws(FormatError) {
    guard !table.isEmpty else { throw table.error("line 1", "no row follows it") }
    self.table = table
    columns = PredictionColumns(table.table)
    let header = table.table.header
    guard columns.hasPredictions else { throw table.noColumns }
    if columns.list == nil, columns.probabilities.count < 2, let column = columns.predicted, column != columns.output {
      predicted = ClassColumn(name: header[column])
    }
    label = columns.label.map { ClassColumn(name: header[$0]) }
    if let first = columns.oneHot.first, let last = columns.oneHot.last {
      label = ClassColumn(name: "\(header[first]) to \(header[last])")
    }
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
    if let column = columns.set, let phase = ScalarLog.Phase(word: try text(column)) {
      if phase == .training {
        training += 1
        return
      }
      if let set, phase != set {
        throw error(line, column, "'\(try text(column))' is another set than that of the rows before it")
      }
      set = phase
    }
    if let column = columns.label {
      let truth = try self.label(in: text(column), line: line)
      label?.append(truth, line: line)
    } else if !columns.oneHot.isEmpty {
      let truth = try hotName(line: line, text: text, number: number)
      label?.append(truth, line: line)
    }
    if let column = columns.sample { sampleNames?.append(try text(column)) }
    if let column = columns.predicted { predicted?.append(try text(column), line: line) }
    if let column = columns.list { return try append(list: text(column), of: column, line: line) }
    if isOutputLeft { return }
    for column in columns.output.map({ [$0] }) ?? columns.probabilities {
      if let number = number(column) {
        numbers.append(Float(number))
        continue
      }
      let text = try text(column)
      if let number = SampleTable.number(text) {
        numbers.append(number)
      } else if columns.output != nil && predicted != nil {
        isOutputLeft = true
      } else {
        throw error(line, column, "'\(text)' is not a number")
      }
    }
  }

  private func error(_ line: Int, _ column: Int, _ problem: String) -> FormatError {
    table.error(table.place(line: line, column: table.table.header[column]), problem)
  }

  /// The true class in a cell: what stands there, or the place of the 1 in a list of 0 and 1.
  private func label(in text: String, line: Int) throws(FormatError) -> String {
    guard text.first.map({ "[(".contains($0) }) ?? false, let list = NumberList.numbers(in: text) else { return text }
    guard let classes = oneHotClasses(list.map { Int(exactly: $0) ?? -1 }, columns: list.count) else {
      throw error(line, columns.label ?? 0, "'\(text)' has no single 1 among zeros")
    }
    return "\(classes[0])"
  }

  /// The class whose column is the only one that is 1.
  private func hotName(
    line: Int, text: (Int) throws(FormatError) -> String, number: (Int) -> Double?
  ) throws(FormatError) -> String {
    var hot: String?
    for (column, name) in zip(columns.oneHot, columns.oneHotNames) {
      let text = try text(column)
      switch number(column) ?? SampleTable.number(text).map(Double.init) {
      case 0: continue
      case 1 where hot == nil: hot = name
      default: throw error(line, column, "'\(text)' does not make a single 1 among zeros")
      }
    }
    guard let hot else { throw error(line, columns.oneHot[0], "no class is 1 in this row") }
    return hot
  }

  /// Takes the numbers of a cell.
  private mutating func append(list text: String, of column: Int, line: Int) throws(FormatError) {
    guard let list = NumberList.numbers(in: text) else {
      throw error(line, column, "'\(text.prefix(40))' is no list of numbers")
    }
    if let listCount, list.count != listCount {
      throw error(line, column, "it has \(list.count) numbers, and the rows before it \(listCount)")
    }
    listCount = list.count
    numbers += list
  }

  /// The predictions, with the true classes and the samples' names beside them.
  ///
  /// - Throws: if a class is none, or the numbers are no probabilities.
  mutating func finish() throws(FormatError) -> PredictedSamples {
    if training > 0, set == nil, let column = columns.set {
      throw table.error("column \(table.table.header[column])", "all rows are of the training set")
    }
    // An output is of two classes.
    let positive = outputClass()
    let hasOutput = columns.output != nil && (label?.texts.count ?? 0) <= 2 && (predicted == nil || positive != nil)
    if let column = columns.output, !hasOutput, predicted == nil, let label, label.texts.count > 2 {
      throw table.error(
        table.place(line: label.lines[2], column: label.name),
        "'\(label.texts[2])' is a third class, and \(table.table.header[column]) is one number, of two classes")
    }
    if hasOutput { predicted = nil }
    let known = columns.classNames ?? (columns.oneHotNames.contains { Int($0) == nil } ? columns.oneHotNames : nil)
    let read = try table.classes([predicted, label].compactMap { $0 }, known: known)
    // Given away, so that they can be changed in place.
    var rows = numbers
    numbers = []
    var samples: PredictedSamples
    if predicted != nil {
      samples = PredictedSamples(values: .classes(read.classes[0]), file: table.file, format: table.format)
      samples.classNames = read.names
    } else if hasOutput {
      // It may be of the first of the classes, as the predicted ones tell.
      let whole: Float = rows.max() ?? 0 > 1 ? 100 : 1
      if positive.flatMap(ClassColumn.whole) == 0 { rows = rows.map { whole - $0 } }
      samples = try PredictedSamples(outputs: consume rows, file: table.file, format: table.format)
      if let names = read.names { return try named(samples, by: names, read.classes[0], positive: positive) }
    } else {
      let count = listCount ?? columns.probabilities.count
      if columns.isFromOne, read.classes.first?.contains(0) != false { throw table.noColumns }
      if columns.areGuesses, let classes = oneHotClasses(rows.map { Int(exactly: $0) ?? -1 }, columns: count) {
        samples = PredictedSamples(values: .classes(classes), file: table.file, format: table.format)
        samples.classNames = columns.classNames
      } else {
        samples = try PredictedSamples(rows: consume rows, columns: count, file: table.file, format: table.format)
      }
    }
    if training > 0 { samples.notes.append("\(training) rows of the training set are left out") }
    if label != nil, let labels = read.classes.last {
      samples.truth = TrueClasses(
        labels: labels, names: read.names ?? known,
        areSorted: read.names != nil && known == nil, sampleNames: sampleNames, file: table.file)
    }
    return samples
  }

  /// The predicted class where the one output is above a half, if another is predicted wherever it is below: it is the probability
  /// or percentage of that class. Nil if it goes with the predicted classes in no such way.
  private func outputClass() -> String? {
    guard let predicted, columns.output != nil, !isOutputLeft, let greatest = numbers.max(),
      numbers.allSatisfy({ $0 >= 0 })
    else { return nil }
    let half: Float = greatest > 1 ? 50 : 0.5
    let above = predicted.texts { numbers[$0] > half }
    let below = predicted.texts { numbers[$0] < half }
    return above.count == 1 && below.count == 1 && above != below ? above.first : nil
  }

  /// The outputs of a network for two classes, given as the names of the true ones: the column is of the second of them, unless
  /// its title or the predicted classes name one.
  private func named(
    _ outputs: PredictedSamples, by names: [String], _ labels: [Int], positive: String?
  ) throws(FormatError) -> PredictedSamples {
    guard names.count == 2 else {
      throw table.error(
        "column \(table.table.header[columns.output ?? 0])", "it is one output for \(names.count) classes")
    }
    var samples = outputs
    let order = (positive ?? columns.outputName) == names[0] ? [names[1], names[0]] : names
    samples.notes = samples.notes.map { $0.replacing("class 1", with: order[1]) }
    samples.truth = TrueClasses(
      labels: labels, names: names, sampleNames: sampleNames, file: table.file
    ).ordered(order)
    return samples
  }
}
