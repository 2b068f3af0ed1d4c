import AtomicFiles
import FileFormats

extension SavedRun {
  /// Writes the run as the folder `run/`. The folder is made beside and exchanged whole, so that a crash leaves the old
  /// run or the new one; the caller holds the ``FolderLock`` of the folder above, which must exist.
  ///
  /// - Parameters:
  ///   - folder: the folder `run/`; what it held, weights included, is replaced.
  ///   - weights: the models' weights by the models' folders, as far as they are to be saved.
  /// - Throws: where the parts do not fit each other, or the folder cannot be written; the old run stays.
  public func write(to folder: String, weights: [String: [NamedTensor]] = [:]) throws {
    try RunCheck(operation: .write, folder: RunFolder(folder)).check(self)
    let files = try contents(of: RunFolder(folder), weights: weights)
    try AtomicFolder.replace(folder) { staged in
      for file in files {
        let parent = ([staged] + file.path.dropLast()).joined(separator: "/")
        try Folder.create(parent)
        try AtomicFile.write(file.bytes, to: ([staged] + file.path).joined(separator: "/"))
      }
    }
  }

  /// Every file of the run: its path in `run/` and its bytes.
  private func contents(
    of folder: RunFolder, weights: [String: [NamedTensor]]
  ) throws(FormatError) -> [(path: [String], bytes: [UInt8])] {
    var files = [(path: ["run.json"], bytes: try record.json(file: folder.record))]
    if let images {
      let array = NPYArray(shape: [images.count, images.height, images.width], elements: .uint8(images.pixels))
      files.append((["images.npy"], NPY.write(array)))
    }
    if let labels { files.append((["labels.npy"], NPY.write(Self.array(of: labels)))) }
    for model in record.models {
      if let predictions = predictions[model.folder] {
        files.append(([model.folder, "predictions.npy"], NPY.write(predictions.array)))
      }
      if let tensors = weights[model.folder] {
        let bytes = try Safetensors.write(tensors, file: folder.weights(of: model.folder))
        files.append(([model.folder, "weights.safetensors"], bytes))
      }
    }
    let folders = Set(record.models.map(\.folder))
    for unknown in (Set(weights.keys).union(predictions.keys)).subtracting(folders).sorted() {
      throw FormatError(
        .write, format: "JSON", file: folder.record, at: .field("models"),
        problem: "predictions or weights are given for the folder '\(unknown)', which no model has",
        advice: "Report this as a bug")
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

extension Predictions {
  /// The array of `predictions.npy`: float32 `[samples, classes]`, or the classes alone.
  fileprivate var array: NPYArray {
    guard let probabilities else { return SavedRun.array(of: classes) }
    return NPYArray(shape: [count, classCount], elements: .float32(probabilities))
  }
}
