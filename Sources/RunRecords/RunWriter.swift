import Files
import FileFormats
import Images
import SystemPackage

extension SavedRun {
  /// Writes the run as the folder `run/`. The folder is made beside and exchanged whole, so that a crash leaves the old
  /// run or the new one; the caller holds the ``FolderLock`` of the folder above, which must exist.
  ///
  /// - Parameters:
  ///   - folder: the folder `run/`; what it held, weights included, is replaced.
  ///   - mostBytes: the most that a JSON file of it may have, so that it can be read again.
  /// - Throws: if the parts do not fit each other, a history is too long, or the folder cannot be written; the old run stays.
  package func write(to folder: FilePath, atMost mostBytes: Int = FileForm.run.mostBytes) throws {
    try RunCheck(operation: .write, folder: folder).check(self)
    try AtomicFolder.replace(folder) { staged in
      for file in try contents(in: RunLayout(staged), namedAsIn: RunLayout(folder)) {
        try Folder.create(file.path.parent)
        try File.create(file.path) { take in
          switch file.content {
          case .document(let document):
            let name = RunLayout(folder).record.string
            var written = 0
            try document.writeJSON(file: name) { piece in
              written += piece.count
              guard written <= mostBytes else {
                throw FormatError(
                  .write, format: "JSON", file: name, at: .wholeFile,
                  problem: "with all histories it would have more than \(mostBytes) bytes, which are not read again",
                  advice: "Log fewer values, or put fewer models in one run")
              }
              try take(piece)
            }
          case .bytes(let bytes): try bytes.withUnsafeBytes(take)
          case .array(let array): try NPY.write(array, to: take)
          }
        }
      }
    }
  }

  /// What a file holds. What can be long is written as it comes, and arrays where they are.
  private enum Content {
    case document(RunDocument)
    case bytes([UInt8])
    case array(NPYArray)
  }

  /// Every file of the run.
  ///
  /// - Parameters:
  ///   - staged: where the files are to be written.
  ///   - layout: where they will be, as errors name them.
  private func contents(
    in staged: RunLayout, namedAsIn layout: RunLayout
  ) throws(FormatError) -> [(path: FilePath, content: Content)] {
    var files = [(path: staged.record, content: Content.document(document))]
    if let images { files.append((staged.images, .array(images.array))) }
    if let labels { files.append((staged.labels, .array(Self.array(of: labels)))) }
    if let sampleNames {
      files.append((staged.samples, .bytes(try JSON.write(sampleNames, .lines, file: layout.samples.string))))
    }
    for model in models {
      let (folder, named) = (staged.model(model.record.folder), layout.model(model.record.folder))
      files += try Self.arrays(model.predictions, model.weights, in: folder, namedAsIn: named)
      for (member, arrays) in zip(model.record.members.map(\.folder), model.members) {
        files += try Self.arrays(
          arrays.predictions, arrays.weights, in: folder.member(member), namedAsIn: named.member(member))
      }
      for (extra, array) in model.extras.sorted(by: { $0.key < $1.key }) {
        files.append((folder.extra(extra), .array(array)))
      }
    }
    return files
  }

  /// The files of a model, or of one of its members.
  private static func arrays(
    _ predictions: Predictions?, _ weights: [NamedTensor]?, in staged: ModelLayout, namedAsIn layout: ModelLayout
  ) throws(FormatError) -> [(path: FilePath, content: Content)] {
    var files: [(path: FilePath, content: Content)] = []
    if let predictions { files.append((staged.predictions, .array(predictions.array))) }
    if let weights {
      files.append((staged.weights, .bytes(try Safetensors.write(weights, file: layout.weights.string))))
    }
    return files
  }

  /// Class numbers in as few bytes as they need: uint8, or int32.
  fileprivate static func array(of classes: [Int]) -> NPYArray {
    let elements: NPYArray.Elements =
      classes.allSatisfy { (0..<256).contains($0) }
      ? .uint8(classes.map { UInt8($0) }) : .int32(classes.map { Int32(clamping: $0) })
    return NPYArray(shape: [classes.count], elements: elements)
  }
}

extension ImageSet {
  /// The array of `images.npy`: `[images, height, width]`, with a last dimension of 3 for colour.
  fileprivate var array: NPYArray {
    NPYArray(shape: [count, height, width] + (channels == 1 ? [] : [channels]), elements: .uint8(pixels))
  }
}

extension Predictions {
  /// The array of `predictions.npy`: float32 `[samples, classes]`, or the classes alone.
  fileprivate var array: NPYArray {
    guard let probabilities else { return SavedRun.array(of: classes) }
    return NPYArray(shape: [count, classCount], elements: .float32(probabilities))
  }
}
