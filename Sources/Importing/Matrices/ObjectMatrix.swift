import FileFormats

/// A JSON object with the matrix and perhaps the classes' names: `{"labels": ["cat", "dog"], "confusion_matrix": [[5, 1], [0,
/// 4]]}`; or with a column for each predicted class, as pandas writes a data frame.
enum ObjectMatrix: MatrixFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    guard file.ending == "json", let head = JSONHead(file.head), let keys = head.keys else { return false }
    return ArrayRole(name: file.stem) == .matrix
      || keys.contains { ArrayRole(name: $0) == .matrix } && !head.allKeys.contains { LogPosition($0) != nil }
  }

  static func read(_ file: ModelFile) throws -> ImportedMatrix {
    try read(file.contents(.json), file: file.path.string)
  }

  private static let nameKeys = ["labels", "classes", "class_names", "names", "target_names", "index", "columns"]

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> ImportedMatrix {
    let advice = "Save it with json.dump(matrix.tolist())"
    let document = try JSON.read(bytes, file: file, advice: advice)
    if case .object(let members) = document.value {
      let lists = members.filter { ArrayRole.matrix.rank(of: $0.key) != nil || ["matrix", "data"].contains($0.key) }
      if lists.count == 1, let value = lists.first?.value, let array = NestedList.array(of: value) {
        let matrix = try ImportedMatrix(array, file: file)
        let names = nameKeys.lazy.compactMap { members[$0].flatMap(texts) }.first { $0.count == matrix.counts.count }
        return try ImportedMatrix(
          rows: matrix.counts.map { $0.map(Double.init) }, classNames: names, file: file)
      }
      if let table = try pandas(members, file: file) { return table }
    }
    throw FormatError(
      .read, format: "JSON", file: file, at: .wholeFile, problem: "there is no matrix of numbers in it", advice: advice)
  }

  private static func texts(_ value: JSONValue) -> [String]? {
    guard case .array(let elements) = value else { return nil }
    let texts = elements.compactMap { element -> String? in
      switch element {
      case .string(let text): text
      case .integer(let number): "\(number)"
      default: nil
      }
    }
    return texts.count == elements.count ? texts : nil
  }

  /// The matrix of a data frame: a column for each predicted class, in it a number for each true class.
  private static func pandas(_ members: [String: JSONValue], file: String) throws(FormatError) -> ImportedMatrix? {
    var cells: [String: [String: Double]] = [:]
    for (predicted, column) in members {
      guard case .object(let rows) = column else { return nil }
      for (label, value) in rows {
        guard case .integer(let count) = value else { return nil }
        cells[label, default: [:]][predicted] = Double(count)
      }
    }
    return try LabelledCounts(cells).matrix(file: file)
  }
}
