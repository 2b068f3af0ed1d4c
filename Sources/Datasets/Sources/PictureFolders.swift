import Files
import FileFormats
import Images
import SystemPackage

/// Folders of pictures, one for each class, as torchvision's `ImageFolder` reads them: in `train/` and `test/` (or `val/`), or
/// directly in the folder, which is then a test set. Classes are in the order of their names.
package struct PictureFolders: DatasetSource {
  /// The folders.
  package static var folderContents: String? {
    "a folder of PNG or JPEG pictures for each class, in train and test, or for a test set alone"
  }

  private let folder: FilePath
  private let training: FilePath?
  private let test: FilePath?

  /// Takes a folder that holds pictures of at least two classes.
  package init?(_ location: DatasetLocation) {
    guard case .folder(let folder, let names) = location else { return nil }
    func set(_ candidates: [String]) -> FilePath? {
      candidates.filter(names.contains).map { folder.appending($0) }.first { !Self.classes(in: $0).isEmpty }
    }
    training = set(["train", "training"])
    let test = set(["test", "testing", "val", "valid", "validation", "eval"])
    self.test = training == nil && test == nil && Self.classes(in: folder).count > 1 ? folder : test
    if training == nil && self.test == nil { return nil }
    self.folder = folder
  }

  /// The folders that hold pictures, or folders of pictures.
  private static func classes(in folder: FilePath) -> [String] {
    let names = (try? Folder.names(in: folder)) ?? []
    return names.filter { name in
      !name.hasPrefix(".") && !((try? PictureFile.paths(in: folder.appending(name))) ?? []).isEmpty
    }.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// Reads all samples.
  ///
  /// - Throws: if a picture cannot be read, if there are too few or too many classes, or if the training set lacks one.
  package func load() throws -> Dataset {
    let (trained, tested) = (training.map(Self.classes) ?? [], test.map(Self.classes) ?? [])
    let classes = training == nil ? tested : trained
    if let missing = tested.first(where: { !classes.contains($0) }) {
      throw error("there is a class \(missing) in the test set alone", "Give both sets the same folders")
    }
    guard (2...1_000).contains(classes.count) else {
      throw error("it has \(classes.count) classes", "Give each class a folder, at least 2 and at most 1000")
    }
    func files(_ set: FilePath?) throws -> [PictureFile] {
      guard let set else { return [] }
      var files: [PictureFile] = []
      for (label, name) in classes.enumerated() where Folder.isFolder(set.appending(name)) {
        files += try PictureFile.paths(in: set.appending(name)).map { PictureFile(path: $0, label: Int32(label)) }
      }
      return files
    }
    let shown = classes.prefix(10).enumerated().map { "\($0) \($1)" }.joined(separator: ", ")
    return try Dataset(
      pictures: files(training), files(test), folder: folder, classNames: classes,
      notes: ["the classes are in the order of their names: \(shown)\(classes.count > 10 ? " and so on" : "")"])
  }

  private func error(_ problem: String, _ advice: String) -> FormatError {
    FormatError(.read, format: "picture", file: folder.string, at: .wholeFile, problem: problem, advice: advice)
  }
}
