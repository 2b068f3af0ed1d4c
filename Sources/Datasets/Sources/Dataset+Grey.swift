import Files
import Images
import SystemPackage

extension Dataset {
  /// Makes a dataset of grey images from two sets as files have them: EMNIST's images are turned, classes that count from 1 are
  /// counted from 0, and the classes have the names of a dataset that is known.
  ///
  /// - Parameter classNames: the classes' names, if the files name them.
  init(
    grey training: LabeledImages, _ test: LabeledImages, folder: FilePath, emnist: EMNIST?, classNames: [String]? = nil
  ) {
    let labels = training.labels + test.labels
    let firstLabel = labels.contains(0) || labels.isEmpty ? 0 : 1
    let highest = Int(labels.max() ?? 1)
    let known = KnownDataset.of(test: test)
    var notes: [String] = []
    if emnist != nil { notes.append(EMNIST.note) }
    if firstLabel == 1 { notes.append("the classes are counted from 1, the first is class 1") }
    var names = (firstLabel...max(highest, firstLabel + 1)).map(String.init)
    for known in [emnist?.classNames, known?.classNames, classNames] {
      // A file may lack the last classes, but not have others.
      if let known, known.count >= names.count { names = known }
    }
    func set(_ images: LabeledImages) -> LabeledImages {
      let turned = emnist == nil ? images : images.transposed
      return firstLabel == 0
        ? turned : LabeledImages(images: turned.images, labels: turned.labels.map { $0 - 1 })
    }
    self.init(
      name: known?.name ?? Self.name(of: folder), training: set(training), test: set(test), classNames: names,
      firstLabel: firstLabel, notes: notes)
  }

  /// The name of a dataset's folder, or of the one above if it is called `raw`, as torchvision does.
  static func name(of folder: FilePath) -> String {
    let name = Folder.name(of: folder)
    return ["raw", "gzip"].contains(name) ? Folder.name(of: folder.appending("..")) : name
  }
}
