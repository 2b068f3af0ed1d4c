import Files
import FileFormats
import Images
import SystemPackage

/// Folders of pictures, one for each class, as torchvision's `ImageFolder` reads them: in `train/` and `test/` (or `val/`), or
/// directly in the folder, which is then a test set. Sets may be called `Train` or `seg_train`, and lie in the only folder of a
/// folder. Classes are in the order of their names.
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
    guard case .folder(let folder, let names) = location, let found = Self.sets(in: folder, names) else { return nil }
    self = found
  }

  private init(folder: FilePath, training: FilePath?, test: FilePath?) {
    (self.folder, self.training, self.test) = (folder, training, test)
  }

  private static func sets(in folder: FilePath, _ names: Set<String>) -> PictureFolders? {
    func set(_ words: [String]) -> FilePath? {
      let found = words.flatMap { word in names.sorted().filter { Self.set(of: $0) == word } }
      return found.map { folder.appending($0) }.first { !Self.classes(in: $0).isEmpty }.map(innermost)
    }
    let (training, test) = (set(trainingWords), set(testWords))
    if training != nil || test != nil { return PictureFolders(folder: folder, training: training, test: test) }
    let classes = Self.classes(in: folder)
    guard classes.count == 1 else {
      return classes.isEmpty ? nil : PictureFolders(folder: folder, training: nil, test: folder)
    }
    let only = folder.appending(classes[0])
    return (try? Folder.names(in: only)).flatMap { sets(in: only, Set($0)) }
  }

  private static let trainingWords = ["train", "training"]
  private static let testWords = ["test", "testing", "val", "valid", "validation", "eval"]

  /// The word for a set in a folder's name, such as `train` in `Train`, `seg_train` and `training_set`; nil if there is none, or
  /// several.
  private static func set(of name: String) -> String? {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    let found = words.filter { (trainingWords + testWords).contains($0) }
    return found.count == 1 ? found[0] : nil
  }

  /// The folder of the classes: people pack `train/train/cat`.
  private static func innermost(_ folder: FilePath) -> FilePath {
    let classes = Self.classes(in: folder)
    guard classes.count == 1, Self.classes(in: folder.appending(classes[0])).count > 1 else { return folder }
    return folder.appending(classes[0])
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
