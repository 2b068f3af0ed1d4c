import Files
import FileFormats
import Glibc
import Images
import SystemPackage

/// A table of pictures with the file and the class of each: `labels.csv`, or `train.csv` and `test.csv`. The files lie in the
/// folder itself or in one below it.
package struct PictureList: DatasetSource {
  /// The table.
  package static var folderContents: String? {
    "labels.csv, with a row for each picture: its file and its class"
  }

  private let folder: FilePath
  private let training: String?
  private let test: String?

  private static let fileColumns: Set<String> = [
    "file", "filename", "filepath", "path", "image", "imagename", "imagepath", "imagefile", "img", "imageid", "id",
    "name",
  ]
  private static let labelColumns: Set<String> = [
    "label", "class", "classname", "labelname", "category", "target", "breed", "species", "y",
  ]

  /// Takes a folder that holds a list.
  package init?(_ location: DatasetLocation) {
    guard case .folder(let folder, let names) = location else { return nil }
    func list(_ candidates: [String]) -> String? {
      candidates.first { name in
        guard names.contains(name), let head = try? File.head(of: folder.appending(name)) else { return false }
        let line = Array(head.prefix { $0 != UInt8(ascii: "\n") })
        guard let header = (try? CSV.read(line, file: name))?.header else { return false }
        return Self.columns(header) != nil
      }
    }
    training = list(["train.csv", "training.csv", "train_labels.csv"])
    test = list(["test.csv", "testing.csv", "test_labels.csv", "val.csv", "labels.csv", "annotations.csv", "list.csv"])
    if training == nil && test == nil { return nil }
    self.folder = folder
  }

  private static func columns(_ header: [String]) -> (file: Int, label: Int)? {
    let names = header.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    guard let file = names.firstIndex(where: fileColumns.contains),
      let label = names.firstIndex(where: labelColumns.contains)
    else { return nil }
    return (file, label)
  }

  /// Reads all samples.
  ///
  /// - Throws: if a list or a picture cannot be read or is missing, or if there are too few or too many classes.
  package func load() throws -> Dataset {
    let (trained, tested) = (try training.map(rows) ?? [], try test.map(rows) ?? [])
    let used = Set((trained + tested).map(\.label))
    let numbers = used.compactMap { Int($0) }
    let isNumbered = numbers.count == used.count && numbers.allSatisfy { (0..<1_000).contains($0) }
    let classes =
      isNumbered
      ? ((numbers.min() ?? 0)...(numbers.max() ?? 0)).map(String.init)
      : used.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    // Numbers above 1 count from 0: classes without pictures stay.
    let names = isNumbered && (numbers.min() ?? 0) > 1 ? (0...(numbers.max() ?? 0)).map(String.init) : classes
    guard (2...1_000).contains(names.count) else {
      throw error("it has \(names.count) classes", "List pictures of at least 2 and at most 1000 classes")
    }
    let labels = Dictionary(names.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    func files(_ rows: [(path: FilePath, label: String)]) -> [PictureFile] {
      rows.map { PictureFile(path: $0.path, label: labels[$0.label] ?? 0) }
    }
    return try Dataset(pictures: files(trained), files(tested), folder: folder, classNames: names, notes: [])
  }

  /// The pictures of a list.
  private func rows(_ name: String) throws -> [(path: FilePath, label: String)] {
    let list = folder.appending(name)
    let table = try CSV.read(File.read(list, atMost: FileForm.csv.mostBytes), file: list.string)
    guard let columns = Self.columns(table.header) else { throw error("\(name) has no columns for file and class", "") }
    let folders = [folder] + ["images", "imgs", "train", "test", "data"].map { folder.appending($0) }
    return try zip(table.rows, table.lines).map { row, line in
      guard row.count > max(columns.file, columns.label), !row[columns.file].isEmpty else {
        throw FormatError(
          .read, format: "CSV", file: list.string, at: .field("line \(line)"), problem: "it lacks a file or a class",
          advice: "Write the file and the class of each picture")
      }
      let file = row[columns.file]
      let candidates = folders.flatMap { folder in
        ["", ".png", ".jpg", ".jpeg"].map { folder.appending(file + $0) }
      }
      guard let path = candidates.first(where: { File.exists($0) && !Folder.isFolder($0) }) else {
        throw FileError(.read, path: folder.appending(file), code: ENOENT)
      }
      return (path, row[columns.label])
    }
  }

  private func error(_ problem: String, _ advice: String) -> FormatError {
    FormatError(.read, format: "picture", file: folder.string, at: .wholeFile, problem: problem, advice: advice)
  }
}
