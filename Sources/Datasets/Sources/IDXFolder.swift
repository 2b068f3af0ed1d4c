import Files
import FileFormats
import Images
import Problems
import SystemPackage

/// A folder of IDX files under the names of MNIST and the datasets that follow it, with or without `.gz`; whether a file is
/// compressed is seen from its bytes.
///
/// Images may be of any size, the same in both sets. The classes have the names of EMNIST or Fashion-MNIST if the files are
/// theirs; otherwise they are named by their numbers, and there are as many as the highest training label says, at least two.
package struct IDXFolder: DatasetSource {
  /// The four files.
  package static var folderContents: String? {
    """
    IDX files under MNIST's names or EMNIST's, plain or gzip-compressed: train-images-idx3-ubyte, \
    train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
    """
  }

  private let folder: FilePath
  private let names: Set<String>
  private let files: [IDXFile]

  /// Takes a folder that holds one of the files at least.
  package init?(_ location: DatasetLocation) {
    guard case .folder(let folder, let names) = location else { return nil }
    files = names.sorted().compactMap(IDXFile.init)
    if files.isEmpty { return nil }
    self.folder = folder
    self.names = names
  }

  /// Reads all samples.
  ///
  /// - Throws: if a file is missing, cannot be read, or is damaged; if images and labels, or both sets, do not belong
  ///   together; if a set has too few samples; if a test label is none of the classes; if there are files of several datasets.
  package func load() throws -> Dataset {
    let prefixes = Set(files.map(\.prefix))
    guard prefixes.count == 1, let prefix = prefixes.first else {
      throw SeveralDatasets(folder: folder, names: prefixes.map { $0.isEmpty ? "MNIST's" : $0 }.sorted())
    }
    let training = try load(isTraining: true, leastCount: 2)
    let test = try load(isTraining: false, leastCount: 1)
    let (size, trainingSize) = (test.set.images, training.set.images)
    if (size.height, size.width) != (trainingSize.height, trainingSize.width) {
      throw FormatError(
        .read, format: "IDX", file: test.imagesFile, at: .byte(8),
        problem: "its images are of \(size.height) x \(size.width) pixels, those of "
          + "\(training.imagesFile) of \(trainingSize.height) x \(trainingSize.width)",
        advice: "Make both sets of one size")
    }
    let highest = training.set.labels.max() ?? 0
    if highest < 1 {
      throw FormatError(
        .read, format: "IDX", file: training.labelsFile, at: .byte(8), problem: "all its labels are 0",
        advice: "At least two classes are needed")
    }
    if let sample = test.set.labels.firstIndex(where: { $0 > highest }) {
      throw FormatError(
        .read, format: "IDX", file: test.labelsFile, at: .byte(8 + sample),
        problem: "test sample \(sample) has the label \(test.set.labels[sample]), and the highest training label "
          + "is \(highest)",
        advice: "Every class must occur in the training set")
    }
    let emnist = EMNIST(prefix: prefix)
    return Dataset(
      grey: training.set, test.set, folder: folder, emnist: emnist, classNames: try emnist.flatMap(mappedNames))
  }

  /// The names in the mapping file beside EMNIST's files; nil if there is none.
  private func mappedNames(_ emnist: EMNIST) throws -> [String]? {
    let name = "emnist-\(emnist.split)-mapping.txt"
    guard names.contains(name) else { return nil }
    let file = folder.appending(name)
    return try EMNIST.names(mapping: File.read(file, atMost: FileForm.names.mostBytes), file: file.string)
  }

  private func load(
    isTraining: Bool, leastCount: Int
  ) throws -> (set: LabeledImages, imagesFile: String, labelsFile: String) {
    let (imageBytes, imagesFile) = try read(isTraining: isTraining, isImages: true)
    let (labelBytes, labelsFile) = try read(isTraining: isTraining, isImages: false)
    let images = try IDX.read(imageBytes, file: imagesFile, dimensions: 3)
    let labels = try IDX.read(labelBytes, file: labelsFile, dimensions: 1)
    let set = try LabeledImages(images, file: imagesFile, labels: labels, file: labelsFile, leastCount: leastCount)
    return (set, imagesFile, labelsFile)
  }

  /// The bytes of a file, and its path as it was found.
  private func read(isTraining: Bool, isImages: Bool) throws -> ([UInt8], String) {
    guard let file = files.first(where: { $0.isTraining == isTraining && $0.isImages == isImages }) else {
      let name = IDXFile.name(like: files[0], isTraining: isTraining, isImages: isImages)
      throw MissingIDXFile(file: folder.appending(name))
    }
    let path = folder.appending(file.name)
    let form = FileForm.idx
    return (try File.read(path, atMost: form.mostBytes, bytesNeeded: form.bytesNeeded), path.string)
  }
}

extension LabeledImages {
  /// Puts images and labels together.
  ///
  /// - Throws: if their numbers differ, there are fewer than `leastCount`, or an image has no pixels.
  init(
    _ images: IDXArray, file imagesFile: String, labels: IDXArray, file labelsFile: String, leastCount: Int
  ) throws(FormatError) {
    let (count, height, width) = (images.shape[0], images.shape[1], images.shape[2])
    if labels.elements.count != count {
      throw FormatError(
        .read, format: "IDX", file: labelsFile, at: .byte(4),
        problem: "it has \(labels.elements.count) labels, and \(imagesFile) has \(count) images",
        advice: "Check that the two files belong together")
    }
    if count < leastCount {
      throw FormatError(
        .read, format: "IDX", file: imagesFile, at: .byte(4), problem: "it has \(count) images",
        advice: "At least \(leastCount) are needed here")
    }
    if height == 0 || width == 0 {
      throw FormatError(
        .read, format: "IDX", file: imagesFile, at: .byte(8), problem: "its images have \(height) x \(width) pixels",
        advice: "Images need at least one pixel")
    }
    self.init(
      images: ImageSet(count: count, height: height, width: width, pixels: images.elements),
      labels: labels.elements.map(Int32.init))
  }
}

/// A file of a folder of IDX files is not there.
package struct MissingIDXFile: Problem, Equatable {
  /// Its path as it should be.
  package let file: FilePath

  /// What was looked for.
  package var what: String { "cannot find \(file), nor the same with .gz" }

  /// What to do about it.
  package var advice: String {
    "Put the four IDX files into that folder under MNIST's names, or check the path"
  }

  /// The folder is what people name.
  package var kind: ProblemKind { .missingInput }
}
