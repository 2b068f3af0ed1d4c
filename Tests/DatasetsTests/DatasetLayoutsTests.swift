import Files
import FileFormats
import Images
import SystemPackage
import TestSupport
import Testing

@testable import Datasets

/// The folders in which datasets are published, under their own names.
@Suite struct DatasetLayoutsTests {
  private func idx(_ images: [[UInt8]], height: UInt8, width: UInt8) -> [UInt8] {
    [0, 0, 8, 3, 0, 0, 0, UInt8(images.count), 0, 0, 0, height, 0, 0, 0, width] + images.joined()
  }

  private func idx(labels: [UInt8]) -> [UInt8] { [0, 0, 8, 1, 0, 0, 0, UInt8(labels.count)] + labels }

  private func write(_ files: [String: [UInt8]], in folder: FilePath) throws {
    for (name, bytes) in files {
      try Folder.create(folder.appending(name).removingLastComponent())
      try AtomicFile.write(bytes, to: folder.appending(name))
    }
  }

  /// Four IDX files of images of 1 x 2 and 2 x 2.
  private func files(_ names: [String], training: [UInt8] = [0, 1, 2], test: [UInt8] = [2, 0]) -> [String: [UInt8]] {
    func images(_ labels: [UInt8]) -> [UInt8] { idx(labels.map { [1, 2, 3, $0] }, height: 2, width: 2) }
    return [
      names[0]: images(training), names[1]: idx(labels: training), names[2]: images(test), names[3]: idx(labels: test),
    ]
  }

  @Test(arguments: [
    ["train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte"],
    ["a-train-images-idx3-ubyte", "a-train-labels-idx1-ubyte", "a-test-images-idx3-ubyte", "a-test-labels-idx1-ubyte"],
    [
      "KMNIST/raw/train-images-idx3-ubyte", "KMNIST/raw/train-labels-idx1-ubyte", "KMNIST/raw/t10k-images-idx3-ubyte",
      "KMNIST/raw/t10k-labels-idx1-ubyte",
    ],
    ["raw/train_images.idx3", "raw/train_labels.idx1", "raw/test_images.idx3", "raw/test_labels.idx1"],
  ])
  func idxFilesAreFound(names: [String]) throws {
    try withTemporaryPath { folder in
      try write(files(names), in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == ["0", "1", "2"] && dataset.test.labels == [2, 0] && dataset.notes.isEmpty)
      #expect(dataset.training.images[2] == [1, 2, 3, 2])
      if names[0].hasPrefix("KMNIST") { #expect(dataset.name == "KMNIST") }
    }
  }

  /// EMNIST's letters: transposed, counted from 1, as many as the alphabet has.
  @Test func emnistIsTurnedAndNamed() throws {
    try withTemporaryPath { folder in
      let names = ["train-images-idx3", "train-labels-idx1", "test-images-idx3", "test-labels-idx1"]
      try write(files(names.map { "emnist-letters-\($0)-ubyte" }, training: [1, 26, 3], test: [26]), in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == "abcdefghijklmnopqrstuvwxyz".map { String($0) })
      #expect(dataset.training.labels == [0, 25, 2] && dataset.test.labels == [25] && dataset.firstLabel == 1)
      #expect(dataset.training.images[1] == [1, 3, 2, 26])
      #expect(dataset.notes.count == 2)
      try write(
        ["emnist-letters-mapping.txt": Array((1...26).map { "\($0) \($0 + 64)\r\n" }.joined().utf8)], in: folder)
      #expect(try Dataset.load(folder: folder).classNames == "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) })
      try write(files(names.map { "emnist-digits-\($0)-ubyte" }), in: folder)
      #expect(throws: SeveralDatasets(folder: folder, names: ["emnist-digits", "emnist-letters"])) {
        try Dataset.load(folder: folder)
      }
    }
    #expect(EMNIST(prefix: "emnist-balanced")?.classNames?.count == 47)
    #expect(EMNIST(prefix: "emnist-byclass")?.classNames?.count == 62)
    #expect(EMNIST(prefix: "emnist-bymerge")?.classNames?.count == 47)
    #expect(EMNIST(prefix: "kmnist") == nil)
    #expect(throws: FormatError.self) { try EMNIST.names(mapping: Array("0 x\n".utf8), file: "a") }
  }

  /// CRC-32 is zlib's, of the 10,000 labels and the pixels that the files hold.
  @Test func mnistIsKnownUnderAnyName() throws {
    var test = try Dataset.mnist().test
    #expect(KnownDataset.of(test: test)?.name == "MNIST")
    // MNIST's labels with other images are another dataset.
    var pixels = test.images.pixels
    pixels[0] = 1
    let images = test.images
    test = LabeledImages(
      images: ImageSet(count: images.count, height: images.height, width: images.width, pixels: pixels),
      labels: test.labels)
    #expect(KnownDataset.of(test: test) == nil)
  }

  @Test func labelsFromOneLeaveNoEmptyClass() throws {
    try withTemporaryPath { folder in
      let names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]
      try write(files(names.map { "\($0)-ubyte" }, training: [1, 2, 4], test: [4]), in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == ["1", "2", "3", "4"] && dataset.test.labels == [3] && dataset.firstLabel == 1)
    }
  }

  private func row(_ label: Int?, _ pixels: [Int]) -> String {
    (([label].compactMap { $0 }) + pixels).map(String.init).joined(separator: ",")
  }

  private let ramp = Array(0..<25)

  @Test func kagglesTablesAreRead() throws {
    let header = "label," + (0..<25).map { "pixel\($0)" }.joined(separator: ",")
    let training = [header, row(2, ramp), row(0, ramp.reversed()), ""].joined(separator: "\n")
    try withTemporaryPath { folder in
      // The test set has no labels, and the files are Kaggle's.
      let test = [String(header.dropFirst(6)), row(nil, ramp)].joined(separator: "\r\n")
      try write(["train.csv": Array(training.utf8), "test.csv": Array(test.utf8)], in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.training.labels == [2, 0] && dataset.training.images[0].map(Int.init) == ramp)
      #expect(dataset.test.count == 0 && dataset.classNames == ["0", "1", "2"])
      #expect(throws: MissingSet(dataset: dataset.name, set: "test")) { try dataset.checkHasBothSets() }
    }
    try withTemporaryPath { folder in
      // Without a header, and EMNIST's.
      let table = Array([row(1, ramp), row(2, ramp)].joined(separator: "\n").utf8)
      try write(["emnist-letters-train.csv": table, "emnist-letters-test.csv": table], in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.training.labels == [0, 1] && dataset.classNames.count == 26)
      #expect(dataset.test.images[0].prefix(6) == [0, 5, 10, 15, 20, 1])
      try dataset.checkHasBothSets()
    }
  }

  @Test func whatIsWrongInATableIsNamed() {
    func problem(_ text: String) -> String? {
      (#expect(throws: FormatError.self) { try PixelTable(Array(text.utf8), file: "a.csv") })?.description
    }
    let good = row(1, ramp)
    #expect(problem(good + "\n" + row(1, Array(0..<24) + [256]))?.contains("line 2: cell 26 is no grey") == true)
    #expect(
      problem(good + "\n" + row(1, Array(0..<24)))?.contains("line 2: it has 25 cells, and there should be 26") == true)
    #expect(problem(good + "\n" + row(1000, ramp))?.contains("line 2: cell 1 is no label") == true)
    #expect(problem(good + "\n1,x")?.contains("line 2: cell 2 is no whole number") == true)
    #expect(problem("label,a\n1,2") != nil && problem("") != nil)
    #expect(!PixelTable.canStart(Array("epoch,loss,accuracy\n1,2,3\n".utf8)))
  }

  @Test func mutantsOfTablesAreReadOrRefused() {
    let table = Array([row(1, ramp), row(2, ramp)].joined(separator: "\n").utf8)
    let outcome = mutate(table, words: [",", "\n", "999"], file: "a.csv") { bytes throws(FormatError) in
      try PixelTable(bytes, file: "a.csv")
    }
    #expect(outcome.refused > 100 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }

  /// A grey PNG of 1 x 3, and pictures in colour.
  @Test func aFolderForEachClassIsReadInTheOrderOfNames() throws {
    let (grey, photo) = (try fixture("grey16.png"), try fixture("turned_6.jpg"))
    try withTemporaryPath { folder in
      try write(
        [
          "train/10/b.png": grey, "train/10/a.png": grey, "train/2/a.png": grey, "train/2/note.txt": [1],
          "val/2/x/deep.png": grey, "val/10/.hidden.png": [0], "val/10/z.png": grey,
        ], in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == ["10", "2"])
      #expect(dataset.training.labels == [0, 0, 1] && dataset.test.labels == [0, 1])
      #expect(dataset.test.images == ImageSet(count: 2, height: 1, width: 3, pixels: [0, 1, 255, 0, 1, 255]))
      #expect(dataset.notes == ["the classes are in the order of their names: 0 10, 1 2"])
      // Another size: the middle of each, as large as the smallest side.
      try write(["val/2/photo.jpg": photo], in: folder)
      let other = try Dataset.load(folder: folder)
      #expect((other.test.images.height, other.test.images.width, other.test.images.channels) == (1, 1, 3))
      #expect(other.notes.count == 2)
      try write(["val/3/a.png": grey], in: folder)
      #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
    }
    try withTemporaryPath { folder in
      try write(["owl/1.png": grey, "emu/2.png": grey, "train/3.png": grey], in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == ["emu", "owl", "train"] && dataset.training.count == 0 && dataset.test.count == 3)
      try write(["owl/0.webp": [1, 2, 3]], in: folder)
      let error = #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
      #expect(error?.problem == "it is no PNG and no JPEG" && error?.file.hasSuffix("owl/0.webp") == true)
    }
  }

  /// Sets as Kaggle's datasets have them, packed once more or not.
  @Test(arguments: [
    ("Train", "Test"), ("seg_train/seg_train", "seg_test/seg_test"), ("training_set", "test_set"),
    ("archive/train", "archive/valid"), ("images/Train", "images/Validation"),
  ])
  func setsOfFoldersAreFound(training: String, test: String) throws {
    let grey = try fixture("grey16.png")
    try withTemporaryPath { folder in
      var files: [String: [UInt8]] = [:]
      for name in ["emu/1.png", "owl/1.png", "owl/2.png"] { files["\(training)/\(name)"] = grey }
      for name in ["emu/1.png", "owl/1.png"] { files["\(test)/\(name)"] = grey }
      try write(files, in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == ["emu", "owl"])
      #expect(dataset.training.labels == [0, 1, 1] && dataset.test.labels == [0, 1])
    }
  }

  @Test func aListNamesThePictures() throws {
    let grey = try fixture("grey16.png")
    try withTemporaryPath { folder in
      let list = "Image Id,Species\nb,owl\na.png,emu\n"
      try write(["images/a.png": grey, "b.png": grey, "labels.csv": Array(list.utf8)], in: folder)
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == ["emu", "owl"] && dataset.test.labels == [1, 0] && dataset.training.count == 0)
      try write(["train.csv": Array("file,label\na.png,7\nb.png,8\n".utf8)], in: folder)
      try Folder.remove(folder.appending("labels.csv"))
      #expect(try Dataset.load(folder: folder).training.labels == [7, 8])
      try write(["train.csv": Array("file,label\nc.png,7\nb.png,8\n".utf8)], in: folder)
      #expect(throws: FileError.self) { try Dataset.load(folder: folder) }
      try write(["train.csv": Array("file,label\nb.png\n".utf8)], in: folder)
      #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
    }
  }
}
