import Files
import FileFormats
import Images
import SystemPackage

/// A folder of CIFAR-10's binary version, as https://www.cs.toronto.edu/~kriz/cifar.html describes it: colour images of
/// 32 x 32, the class of each in a byte before its red, green and blue planes.
package struct CIFAR10Folder: DatasetSource {
  /// The seven files.
  package static var folderContents: String? {
    "CIFAR-10's binary version: data_batch_1.bin to data_batch_5.bin, test_batch.bin, batches.meta.txt"
  }

  static let trainingFiles = (1...5).map { "data_batch_\($0).bin" }
  static let testFile = "test_batch.bin"
  static let namesFile = "batches.meta.txt"

  private static let side = 32
  private static let planeSize = side * side
  /// Bytes of a label and its image.
  private static let recordSize = 1 + 3 * planeSize

  private let folder: FilePath

  /// Takes a folder that holds one of the batches at least.
  package init?(_ location: DatasetLocation) {
    guard case .folder(let folder, let names) = location,
      !names.isDisjoint(with: Self.trainingFiles + [Self.testFile])
    else { return nil }
    self.folder = folder
  }

  /// Reads all samples.
  ///
  /// - Throws: if a file is missing or cannot be read, a batch is cut off, or a label has no name.
  package func load() throws -> Dataset {
    let text = String(decoding: try File.read(path(Self.namesFile), atMost: FileForm.names.mostBytes), as: UTF8.self)
    let names = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    guard names.count > 1 else {
      throw error(Self.namesFile, .wholeFile, "it has \(names.count) class names", "Give one name per line")
    }
    return Dataset(
      name: Folder.name(of: folder), training: try samples(of: Self.trainingFiles, classes: names.count),
      test: try samples(of: [Self.testFile], classes: names.count), classNames: names)
  }

  /// The samples of some batches, one after the other.
  private func samples(of files: [String], classes: Int) throws -> LabeledImages {
    var (labels, pixels): ([Int32], [UInt8]) = ([], [])
    for file in files {
      let bytes = try File.read(path(file))
      guard !bytes.isEmpty, bytes.count.isMultiple(of: Self.recordSize) else {
        throw error(
          file, .byte(bytes.count - bytes.count % Self.recordSize),
          "its \(bytes.count) bytes are no whole number of images, which take \(Self.recordSize) each", "Get it again")
      }
      for start in stride(from: 0, to: bytes.count, by: Self.recordSize) {
        guard bytes[start] < classes else {
          throw error(
            file, .byte(start), "it is of class \(bytes[start]), and \(Self.namesFile) has \(classes) names",
            "Check that the files belong together")
        }
        labels.append(Int32(bytes[start]))
        let red = start + 1
        for pixel in red..<red + Self.planeSize {
          pixels.append(bytes[pixel])
          pixels.append(bytes[pixel + Self.planeSize])
          pixels.append(bytes[pixel + 2 * Self.planeSize])
        }
      }
    }
    return LabeledImages(
      images: ImageSet(count: labels.count, height: Self.side, width: Self.side, channels: 3, pixels: pixels),
      labels: labels)
  }

  private func path(_ name: String) -> FilePath { folder.appending(name) }

  private func error(
    _ file: String, _ place: FormatError.Place, _ problem: String, _ advice: String
  ) -> FormatError {
    FormatError(.read, format: "CIFAR-10", file: path(file).string, at: place, problem: problem, advice: advice)
  }
}
