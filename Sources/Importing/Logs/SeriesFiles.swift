import FileFormats

/// A file for each metric, told by its name: `train_losses.npy` and `val_losses.npy` as `numpy.save` writes lists, the same as
/// lines of numbers, the members of an `.npz` file, or tables with a column `value` beside the step or epoch, such as `val_loss.csv`.
enum SeriesFiles: LogFormat {
  static let title = "series"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool {
    if file.name.contains("/") { return false }
    if file.ending == "npz" { return NPZ.canStart(file.head) && !((try? members(of: file)) ?? []).isEmpty }
    guard MetricName(file.stem).quantity != nil else { return false }
    switch file.ending {
    case "npy": return file.head.starts(with: [0x93] + "NUMPY".utf8)
    case "csv", "tsv", "txt":
      return columns(file.csvHeader) != nil || NumberTable.columns(file.headLines) == 1
    default: return false
    }
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let files = folder.files.filter(recognizes)
    return files.isEmpty ? [] : [files]
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    var log = ScalarLog()
    for file in files {
      if let columns = columns(file.csvHeader), file.ending != "npy" {
        log.series.append(try table(file, columns))
        continue
      }
      let members =
        file.ending == "npz"
        ? try self.members(of: file) : [NPZ.Member(name: file.stem, array: try file.array(roundsToFloat32: false))]
      for member in members {
        let array = member.array
        guard array.sampleShape.count == 1, let values = numbers(array) else {
          throw FormatError(
            .read, format: title, file: file.path.string, at: .field("shape"),
            problem: "it holds \(array.elements.typeName) of the shape \(array.shape), not a number for each epoch",
            advice: "Save a list of numbers")
        }
        log.series.append(ScalarLog.Series(member.name, epochs: values.indices.map { Double($0 + 1) }, values: values))
      }
    }
    if log.series.contains(where: { !$0.hasSteps && $0.hasEpochs }) {
      log.notes.append("each number is taken for one of an epoch")
    }
    return log
  }

  /// The members of an `.npz` file that are measures.
  private static func members(of file: ModelFile) throws -> [NPZ.Member] {
    try NPZ.read(file.path) { MetricName($0).quantity != nil }
  }

  /// The numbers of an array; nil if it holds none.
  private static func numbers(_ array: NPYArray) -> [Double]? {
    if case .float64(let values) = array.elements { return values }
    return array.floats?.map(Double.init) ?? array.integers?.map(Double.init)
  }

  /// The columns of the position and of the value; nil if there are none, or more that could be the value.
  private static func columns(_ header: [String]) -> (position: Int, value: Int)? {
    let words = header.map { MetricName.words(of: $0).joined() }
    guard let position = header.firstIndex(where: { LogPosition($0) != nil }),
      let value = words.firstIndex(of: "value"), header.count <= 4
    else { return nil }
    return (position, value)
  }

  private static func table(_ file: ModelFile, _ columns: (position: Int, value: Int)) throws -> ScalarLog.Series {
    let table = try CSV.read(file.contents(.csv), file: file.path.string)
    var (positions, values): ([Double], [Double]) = ([], [])
    for (row, cells) in table.rows.enumerated() {
      func number(_ column: Int) throws(FormatError) -> Double? {
        switch LoggedCell(cells.indices.contains(column) ? cells[column] : "") {
        case .number(let number, _): return number
        case .missing: return nil
        case .text:
          throw FormatError(
            .read, format: "CSV", file: file.path.string,
            at: .field("line \(table.lines[row]), column \(table.header[column])"),
            problem: "'\(cells[column])' is not a number", advice: CSVLog.advice)
        }
      }
      guard let position = try number(columns.position), let value = try number(columns.value) else { continue }
      positions.append(position)
      values.append(value)
    }
    let areEpochs = LogPosition(table.header[columns.position]) == .epoch
    return ScalarLog.Series(
      file.stem, epochs: areEpochs ? positions : nil, steps: areEpochs ? nil : positions, values: values)
  }
}
