import Files
import FileFormats
import SystemPackage

/// The classes' names from a text file: one a line, the first that of class 0.
package enum ClassNames {
  /// Reads names. Spaces around them, empty lines at the end and a byte order mark are passed over.
  ///
  /// - Parameter count: the number of classes; nil if it is not known, and then there may be any number of names.
  /// - Throws: if the file cannot be read, is no UTF-8, has another number of names, or one is empty.
  package static func read(_ path: FilePath, count: Int?) throws -> [String] {
    let bytes = try File.read(path, atMost: FileForm.names.mostBytes)
    func error(_ place: FormatError.Place, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "text", file: path.string, at: place, problem: problem,
        advice: "Write one class name per line, as many as there are classes")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw error(.wholeFile, "it is not UTF-8 text") }
    // To Swift, a carriage return and a line feed are one character.
    let lines = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var names = lines.map { line in
      String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    while names.last == "" { names.removeLast() }
    if let empty = names.firstIndex(of: "") { throw error(.field("line \(empty + 1)"), "it is empty") }
    if let count, names.count != count {
      throw error(.wholeFile, "it has \(names.count) names for \(count) classes")
    }
    return names
  }
}
