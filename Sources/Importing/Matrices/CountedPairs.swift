import FileFormats

/// A table with a row for each true and predicted class and a column that counts their samples, as W&B exports its confusion
/// matrix: `Actual,Predicted,nPredictions`.
enum CountedPairs: MatrixFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    guard ["csv", "tsv"].contains(file.ending), let table = try? CSV.read(file.headLines, file: file.name) else {
      return false
    }
    let columns = PredictionColumns(table)
    return columns.count != nil && columns.label != nil && columns.predicted != nil
  }

  static func read(_ file: ModelFile) throws -> ImportedMatrix { try read(file.contents(.csv), file: file.path.string) }

  /// Reads the bytes of a file. The classes are in the order in which they come as true classes.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> ImportedMatrix {
    let table = SampleTable(try CSV.read(bytes, file: file), file: file)
    let columns = PredictionColumns(table.table)
    guard let label = columns.label, let predicted = columns.predicted, let count = columns.count else {
      throw table.error("line 1", "it lacks a column for true classes, for predicted ones, or for their number")
    }
    var (cells, names): ([String: [String: Double]], [String]) = ([:], [])
    let numbers = try table.numbers(count)
    for (row, number) in numbers.enumerated() {
      let (name, other) = (table.cell(label, row), table.cell(predicted, row))
      if cells[name] == nil { names.append(name) }
      cells[name, default: [:]][other, default: 0] += number
    }
    let others = Set(cells.values.flatMap(\.keys)).subtracting(names)
    return try LabelledCounts(cells, names: others.isEmpty ? names : nil).matrix(file: file)
  }
}
