import FileFormats
import Files
import Glibc

/// A table of predictions: for each test sample the predicted class, or a column of probabilities for each class, and the true
/// class and the sample's file if they are known. Classes are numbers or names. Other columns are ignored.
///
///     true,predicted        true,prob_0,prob_1      file,label,cat,dog
///     1,1                   1,0.2,0.8               a.png,dog,0.2,0.8
///
/// A network for two classes may have one column, which is of class 1. The true class may be in columns of 0 and 1, one for each
/// class, and the probabilities in one column of lists. A table without a header is one of ``UntitledColumns``.
enum CSVPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    guard ["csv", "tsv", "txt"].contains(file.ending), ArrayRole(name: file.stem) != .matrix,
      let table = try? CSV.read(file.headLines, file: file.name)
    else {
      return false
    }
    let columns = PredictionColumns(table.rows.isEmpty ? (try? Self.table(in: file)) ?? table : table)
    return columns.count == nil && columns.hasPredictions || UntitledColumns.areIn(file)
  }

  /// The first rows of a file whose rows are longer than what was seen of it.
  private static func table(in file: ModelFile) throws -> CSV.Table {
    let stream = try FileStream(file.path)
    var rows = try CSVStream(file: file.name) { try stream.read(into: $0) }
    return try firstRows(of: &rows)
  }

  private static func firstRows(of stream: inout CSVStream) throws -> CSV.Table {
    var table = CSV.Table(header: stream.header, rows: [], lines: [])
    while table.rows.count < PredictionRows.most, try stream.nextRow() {
      table.rows.append(try (0..<stream.count).map { try stream.text($0) })
      table.lines.append(stream.line)
    }
    return table
  }

  static func read(_ file: ModelFile) throws -> PredictedSamples? {
    let stream = try FileStream(file.path)
    if stream.size > FileForm.csv.mostBytes { throw FileError(.read, path: file.path, code: EFBIG) }
    return try read(file: file.path.string) { try stream.read(into: $0) }
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: if it is no table, or a cell is not a class or a probability.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> PredictedSamples {
    do {
      return try read(file: file, nextBytes(of: bytes))
    } catch let error as FormatError {
      throw error
    } catch {
      // Bytes in memory are always read.
      throw FormatError(.read, format: "CSV", file: file, at: .wholeFile, problem: "\(error)", advice: "Try again")
    }
  }

  private static func read(file: String, _ next: @escaping NextBytes) throws -> PredictedSamples {
    var stream = try CSVStream(file: file, next)
    let line = stream.line
    var start = try firstRows(of: &stream)
    let untitled = PredictionColumns(start).hasPredictions ? nil : UntitledColumns(start)
    if let untitled {
      start.rows.insert(start.header, at: 0)
      start.lines.insert(line, at: 0)
      start.header = untitled.titles
    }
    var rows = try SampleRows(SampleTable(start, file: file))
    while try stream.nextRow() {
      try rows.append(
        line: stream.line,
        text: { (column) throws(FormatError) in column < stream.count ? try stream.text(column) : "" },
        number: { column in column < stream.count ? stream.number(column) : nil })
    }
    var samples = try rows.finish()
    if let untitled { samples.notes.insert(untitled.note, at: 0) }
    return samples
  }

  /// The predictions in a table, with the true classes and the samples' names beside them.
  static func samples(of table: SampleTable) throws(FormatError) -> PredictedSamples {
    var rows = try SampleRows(table)
    return try rows.finish()
  }
}
