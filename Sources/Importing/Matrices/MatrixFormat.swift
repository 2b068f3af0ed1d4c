import FileFormats

/// A form in which people keep a finished confusion matrix.
protocol MatrixFormat: Sendable {
  /// Whether a file holds a matrix in this form, by its name and first bytes.
  static func recognizes(_ file: ModelFile) -> Bool
  /// Reads the matrix.
  static func read(_ file: ModelFile) throws -> ImportedMatrix
}

/// The forms that are read.
enum MatrixFormats {
  /// In this order: a folder with a matrix in several forms gives the first.
  static let all: [any MatrixFormat.Type] = [
    ArrayMatrix.self, TableMatrix.self, ObjectMatrix.self, CountedPairs.self,
  ]

  /// The matrix in a model's folder; nil if there is none.
  static func matrix(in folder: ModelFiles) throws -> ImportedMatrix? {
    for format in all {
      if let file = folder.files.first(where: format.recognizes) { return try format.read(file) }
    }
    return nil
  }
}

/// `confusion_matrix.npy`, or the same as lists in JSON or lines of numbers.
enum ArrayMatrix: MatrixFormat {
  static func recognizes(_ file: ModelFile) -> Bool { file.canBeArray && ArrayRole(name: file.stem) == .matrix }

  static func read(_ file: ModelFile) throws -> ImportedMatrix {
    // Counts above 2^24 do not fit float32.
    try ImportedMatrix(file.array(roundsToFloat32: false), file: file.path.string)
  }
}
