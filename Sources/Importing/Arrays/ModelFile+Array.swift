import FileFormats
import RunRecords

extension ModelFile {
  /// The name without its ending; empty for a file in a folder below.
  var stem: String {
    guard !name.contains("/"), let dot = name.lastIndex(of: ".") else { return "" }
    return String(name[..<dot])
  }

  /// The ending in lower case, without its dot.
  var ending: String { String(name.split(separator: ".").last ?? "").lowercased() }

  /// Whether an array is read from a file like this; which array it is, the name tells.
  var canBeArray: Bool {
    switch ending {
    case "npy": true
    case "json": NestedList.canStart(head)
    case "txt": NumberTable.canStart(head) || NameLines.areIn(self)
    case "csv", "tsv", "dat": NumberTable.canStart(head)
    default: false
    }
  }

  /// The array in the file: .npy, a list of lists as JSON, lines of numbers as `numpy.savetxt` writes them, or lines
  /// of names.
  ///
  /// - Parameter roundsToFloat32: whether float64 of a .npy file is rounded to float32.
  /// - Throws: if the file cannot be read or holds something else.
  func array(roundsToFloat32: Bool = true) throws -> NPYArray {
    switch ending {
    case "npy": try NPY.read(path, roundsToFloat32: roundsToFloat32)
    case "json": try NestedList.array(in: contents(.json), file: path.string)
    case "txt" where !NumberTable.canStart(head): try NameLines.array(in: contents(.csv), file: path.string)
    default: try NumberTable.array(in: contents(.csv), file: path.string)
    }
  }
}
