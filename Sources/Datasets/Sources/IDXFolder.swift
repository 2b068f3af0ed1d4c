import Files
import FileFormats
import Images
import Problems
import SystemPackage

/// One set of a dataset in IDX files: the images' and the labels' file.
struct IDXFiles {
  /// The name of the images' file without `.gz`.
  let images: String
  /// The name of the labels' file without `.gz`.
  let labels: String

  static let training = IDXFiles(images: "train-images-idx3-ubyte", labels: "train-labels-idx1-ubyte")
  static let test = IDXFiles(images: "t10k-images-idx3-ubyte", labels: "t10k-labels-idx1-ubyte")
}

/// A folder of IDX files under MNIST's names, with or without `.gz`; whether a file is compressed is seen from its bytes.
///
/// Images may be of any size, the same in both sets. There are as many classes as the highest training label says, at least
/// two; they are named by their numbers.
package struct IDXFolder: DatasetSource {
  /// The four files.
  package static var folderContents: String? {
    """
    IDX files under MNIST's names, plain or gzip-compressed: train-images-idx3-ubyte, train-labels-idx1-ubyte, \
    t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
    """
  }

  private let folder: FilePath

  /// Takes a folder that holds one of the files at least.
  package init?(_ location: DatasetLocation) {
    guard case .folder(let folder, let names) = location,
      [IDXFiles.training, .test].flatMap({ [$0.images, $0.labels] })
        .contains(where: { names.contains($0) || names.contains($0 + ".gz") })
    else { return nil }
    self.folder = folder
  }

  /// Reads all samples.
  ///
  /// - Throws: if a file is missing, cannot be read, or is damaged; if images and labels, or both sets, do not belong
  ///   together; if a set has too few samples; if a test label is none of the classes.
  package func load() throws -> Dataset {
    let training = try load(.training, leastCount: 2)
    let test = try load(.test, leastCount: 1)
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
    return Dataset(
      name: Folder.name(of: folder), training: training.set, test: test.set,
      classNames: (0...highest).map { "\($0)" })
  }

  private func load(
    _ files: IDXFiles, leastCount: Int
  ) throws -> (set: LabeledImages, imagesFile: String, labelsFile: String) {
    let (imageBytes, imagesFile) = try read(files.images)
    let (labelBytes, labelsFile) = try read(files.labels)
    let images = try IDX.read(imageBytes, file: imagesFile, dimensions: 3)
    let labels = try IDX.read(labelBytes, file: labelsFile, dimensions: 1)
    let set = try LabeledImages(images, file: imagesFile, labels: labels, file: labelsFile, leastCount: leastCount)
    return (set, imagesFile, labelsFile)
  }

  /// The bytes of a file, and its name as it was found.
  private func read(_ name: String) throws -> ([UInt8], String) {
    for candidate in [name, name + ".gz"].map({ folder.appending($0) }) {
      do throws(FileError) {
        let form = FileForm.idx
        let bytes = try File.read(candidate, atMost: form.mostBytes, bytesNeeded: form.bytesNeeded)
        return (bytes, candidate.string)
      } catch {
        if !error.isMissing { throw error }
      }
    }
    throw MissingIDXFile(file: folder.appending(name))
  }
}

extension LabeledImages {
  /// Puts images and labels together.
  ///
  /// - Throws: where their numbers differ, there are fewer than `leastCount`, or an image has no pixels.
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
