import FileFormats
import RunRecords

/// A finished confusion matrix, of a model whose single predictions are not known.
struct ImportedMatrix: Sendable, Equatable {
  /// Test samples, `[true class][predicted class]`.
  let counts: [[Int]]
  /// The classes' names, if the file names them.
  let classNames: [String]?
  /// How the matrix was read if it is not as it stands; a clause.
  let note: String?
  /// The file.
  let file: String

  /// All samples.
  var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The samples of each class.
  var samples: [Int] { counts.map { $0.reduce(0, +) } }

  /// Takes rows of counts.
  ///
  /// - Throws: ``FormatError`` if the matrix is not square, has too few or too many classes or no samples, or if a number is no
  ///   count.
  init(rows: [[Double]], classNames: [String]? = nil, note: String? = nil, file: String) throws(FormatError) {
    func error(_ place: String, _ problem: String, _ advice: String) -> FormatError {
      FormatError(.read, format: "confusion matrix", file: file, at: .field(place), problem: problem, advice: advice)
    }
    guard (2...RunRecord.Dataset.maximumClasses).contains(rows.count), rows.allSatisfy({ $0.count == rows.count })
    else {
      throw error(
        "shape", "it has \(rows.count) rows of \(rows.map(\.count).max() ?? 0) numbers",
        "Save a square matrix of at most \(RunRecord.Dataset.maximumClasses) classes, a row for each true class")
    }
    var counts: [[Int]] = []
    for (label, row) in rows.enumerated() {
      var read: [Int] = []
      for (predicted, number) in row.enumerated() {
        guard let count = Int(exactly: number), (0...SavedModel.greatestCount).contains(count) else {
          throw error(
            "row \(label), column \(predicted)", "\(number) is no number of samples",
            "Save the counts, not their shares")
        }
        read.append(count)
      }
      counts.append(read)
    }
    guard counts.contains(where: { $0.contains { $0 > 0 } }) else {
      throw error("shape", "all its numbers are 0", "Save the matrix after the model was tested")
    }
    self.counts = counts
    self.classNames = classNames
    self.note = note
    self.file = file
  }

  /// Takes an array.
  init(_ array: NPYArray, file: String) throws(FormatError) {
    guard array.shape.count == 2, let numbers = array.integers?.map(Double.init) ?? array.doubles else {
      throw FormatError(
        .read, format: "confusion matrix", file: file, at: .field("shape"), problem: "its shape is \(array.shape)",
        advice: "Save a square matrix, a row for each true class")
    }
    let columns = array.shape[1]
    try self.init(
      rows: (0..<array.shape[0]).map { Array(numbers[$0 * columns..<($0 + 1) * columns]) }, file: file)
  }
}
