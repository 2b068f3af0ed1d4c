import Files
import FileFormats
import Images
import SystemPackage

/// CSV files with a row for each image, as Kaggle has them: the label, then the pixels, row by row. `train.csv` and `test.csv`,
/// `fashion-mnist_train.csv`, `emnist-letters-test.csv`.
package struct PixelTables: DatasetSource {
  /// The two files.
  package static var folderContents: String? {
    "Kaggle's train.csv and test.csv: a row for each image, with its label and the grey of each pixel"
  }

  private let folder: FilePath
  private let files: [(name: String, isTraining: Bool)]

  /// Takes a folder that holds one of the tables at least.
  package init?(_ location: DatasetLocation) {
    guard case .folder(let folder, let names) = location else { return nil }
    files = names.sorted().compactMap { name in
      guard let set = Self.set(ofFile: name),
        let head = try? File.head(of: folder.appending(name)), PixelTable.canStart(head)
      else { return nil }
      return (name, set)
    }
    if files.isEmpty { return nil }
    self.folder = folder
  }

  /// Whether a name is that of the training set, false for the test set; nil for other files.
  static func set(ofFile name: String) -> Bool? {
    let name = name.lowercased()
    guard name.hasSuffix(".csv"), let last = name.dropLast(4).split(whereSeparator: { "-_.".contains($0) }).last else {
      return nil
    }
    return ["train", "training"].contains(last) ? true : ["test", "testing"].contains(last) ? false : nil
  }

  /// Reads all samples. A table without labels, as Kaggle's test sets are, gives none.
  ///
  /// - Throws: if a file cannot be read, or a cell is no pixel or label; if the images of both sets are of different sizes; if
  ///   there are tables of several datasets.
  package func load() throws -> Dataset {
    let sets = Dictionary(grouping: files, by: \.isTraining)
    if let several = sets.values.first(where: { $0.count > 1 }) {
      throw SeveralDatasets(folder: folder, names: several.map(\.name))
    }
    var tables: [Bool: PixelTable] = [:]
    for file in files {
      let path = folder.appending(file.name)
      tables[file.isTraining] = try PixelTable(File.read(path, atMost: FileForm.csv.mostBytes), file: path.string)
    }
    let sides = Set(tables.values.map(\.side))
    guard sides.count == 1, let side = sides.first else {
      throw FormatError(
        .read, format: "CSV", file: folder.appending(files[0].name).string, at: .wholeFile,
        problem: "its images are of another size than those of \(files[files.count - 1].name)",
        advice: "Make both sets of one size")
    }
    func images(_ isTraining: Bool) -> LabeledImages {
      guard let table = tables[isTraining], let labels = table.labels else {
        return LabeledImages(images: ImageSet(count: 0, height: side, width: side, pixels: []), labels: [])
      }
      return LabeledImages(
        images: ImageSet(count: labels.count, height: side, width: side, pixels: table.pixels), labels: labels)
    }
    let stem = String(files[0].name.lowercased().dropLast(4))
    return Dataset(grey: images(true), images(false), folder: folder, emnist: EMNIST(prefix: stem))
  }
}
