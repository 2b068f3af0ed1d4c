import FileFormats

/// `confusion_matrix.csv` with the classes' names in its first line, and perhaps in its first column: rows are true classes,
/// columns predicted ones, unless the names say the reverse.
enum TableMatrix: MatrixFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    ["csv", "tsv", "txt"].contains(file.ending) && ArrayRole(name: file.stem) == .matrix && !file.canBeArray
      && !CountedPairs.recognizes(file)
  }

  static func read(_ file: ModelFile) throws -> ImportedMatrix { try read(file.contents(.csv), file: file.path.string) }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> ImportedMatrix {
    let table = SampleTable(try CSV.read(bytes, file: file), file: file)
    var columns = Names(table.table.header.map(trimmed))
    let hasRowNames = columns.haveCorner(over: table.table.rows.indices.map { table.cell(0, $0) })
    let corner = hasRowNames ? columns.removeCorner() : ""
    var rows = Names(hasRowNames ? table.table.rows.indices.map { table.cell(0, $0) } : columns.names)
    let first = hasRowNames ? 1 : 0
    rows.removePrefix()
    columns.removePrefix()
    // pandas.crosstab(margins=True) adds sums, other programs add shares.
    while rows.hasMargin(besides: columns) { rows.names.removeLast() }
    while columns.hasMargin(besides: rows) { columns.names.removeLast() }
    var cells: [String: [String: Double]] = [:]
    for (row, label) in rows.names.enumerated() {
      for (column, predicted) in columns.names.enumerated() {
        let text = table.cell(column + first, row)
        guard let count = Double(text) else {
          throw table.error(
            "line \(table.table.lines[row]), column \(table.table.header[column + first])", "'\(text)' is not a number")
        }
        cells[label, default: [:]][predicted] = count
      }
    }
    let isTransposed = rows.arePredicted || corner.lowercased().hasPrefix("pred") && !columns.arePredicted
    if isTransposed {
      var turned: [String: [String: Double]] = [:]
      for (predicted, row) in cells { for (label, count) in row { turned[label, default: [:]][predicted] = count } }
      cells = turned
      swap(&rows, &columns)
    }
    let all = Set(rows.names + columns.names)
    guard Set(rows.names).count == rows.names.count, Set(columns.names).count == columns.names.count,
      rows.names.contains(where: columns.names.contains)
    else {
      throw table.error("line 1", "its rows and its columns do not name the same classes, each once")
    }
    // A class that was never predicted, or is never the true one, may be missing on one side.
    let names = [rows.names, columns.names].first { Set($0) == all }
    return try LabelledCounts(cells, names: names).matrix(
      note: isTransposed ? "the rows of the confusion matrix are the predicted classes" : nil, file: file)
  }

  /// The names along one side.
  private struct Names {
    var names: [String]
    /// Whether they say that these are the predicted classes.
    private(set) var arePredicted = false

    private static let prefixes = ["actual", "true", "predicted", "pred"]

    /// Takes `cat` and `dog`, or `Actual cat` and `Actual dog`.
    init(_ names: [String]) { self.names = names }

    /// Whether the first of them is no class: it stands over the rows' names, which are in the first column.
    func haveCorner(over column: [String]) -> Bool {
      guard let first = names.first, first != "", column.count == names.count, Int(first) == nil else {
        return names.first == "" || column.count != names.count
      }
      return Set(column).isSuperset(of: names.dropFirst())
    }

    /// Whether the last of them is no class, but a sum or a share of what stands before it.
    func hasMargin(besides others: Names) -> Bool {
      guard names.count > 2, let last = names.last?.lowercased(), Self.margins.contains(last) else { return false }
      return names.count > others.names.count || others.names.last?.lowercased() == last
    }

    private static let margins: Set = [
      "all", "total", "totals", "sum", "sums", "\u{3A3}", "count", "support", "recall", "precision", "accuracy", "f1",
    ]

    /// Removes what stands over the rows' names.
    mutating func removeCorner() -> String { names.isEmpty ? "" : names.removeFirst() }

    /// Removes a word that all names begin with.
    mutating func removePrefix() {
      for prefix in Self.prefixes where !names.isEmpty {
        let rests = names.compactMap { name -> String? in
          guard name.lowercased().hasPrefix(prefix) else { return nil }
          let rest = name.dropFirst(prefix.count)
          guard let separator = rest.first, !separator.isLetter && !separator.isNumber else { return nil }
          return String(rest.dropFirst().drop { $0 == " " })
        }
        guard rests.count == names.count else { continue }
        names = rests
        arePredicted = prefix.hasPrefix("pred")
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
