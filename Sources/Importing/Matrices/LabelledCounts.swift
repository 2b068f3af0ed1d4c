import FileFormats

/// Counts under the names of their true and predicted classes, in any order, those that are 0 perhaps missing.
struct LabelledCounts {
  /// `[true class][predicted class]`.
  private let cells: [String: [String: Double]]
  /// The classes in order.
  private let names: [String]

  /// Takes the counts and, if the file has an order, the classes in it; otherwise numbers go by size, and names are sorted as
  /// scikit-learn sorts them.
  init(_ cells: [String: [String: Double]], names: [String]? = nil) {
    self.cells = cells
    let used = Set(cells.keys).union(cells.values.flatMap(\.keys))
    let numbers = used.compactMap { Int($0) }
    self.names =
      names
      ?? (numbers.count == used.count
        ? used.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
        : used.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
  }

  /// The matrix; its classes have names unless these are 0, 1 and so on.
  func matrix(note: String? = nil, file: String) throws(FormatError) -> ImportedMatrix {
    try ImportedMatrix(
      rows: names.map { label in names.map { cells[label]?[$0] ?? 0 } },
      classNames: names == names.indices.map(String.init) ? nil : names, note: note, file: file)
  }
}
