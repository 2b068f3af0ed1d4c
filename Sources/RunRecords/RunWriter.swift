import AtomicFiles
import FileFormats
import Images

extension SavedRun {
  /// Writes the run as the folder `run/`. The folder is made beside and exchanged whole, so that a crash leaves the old
  /// run or the new one; the caller holds the ``FolderLock`` of the folder above, which must exist.
  ///
  /// - Parameter folder: the folder `run/`; what it held, weights included, is replaced.
  /// - Throws: if the parts do not fit each other, or the folder cannot be written; the old run stays.
  public func write(to folder: String) throws {
    try RunCheck(operation: .write, folder: RunFolder(folder)).check(self)
    let files = try contents(of: RunFolder(folder))
    try AtomicFolder.replace(folder) { staged in
      for file in files {
        let parent = ([staged] + file.path.dropLast()).joined(separator: "/")
        try Folder.create(parent)
        try AtomicFile.write(file.bytes, to: ([staged] + file.path).joined(separator: "/"))
      }
    }
  }

  /// Every file of the run: its path in `run/` and its bytes.
  private func contents(of folder: RunFolder) throws(FormatError) -> [(path: [String], bytes: [UInt8])] {
    var files = [(path: ["run.json"], bytes: try document.json(file: folder.record))]
    if let images { files.append((["images.npy"], NPY.write(images.array))) }
    if let labels { files.append((["labels.npy"], NPY.write(Self.array(of: labels)))) }
    for model in models {
      let name = model.record.folder
      if let predictions = model.predictions {
        files.append(([name, "predictions.npy"], NPY.write(predictions.array)))
      }
      if let weights = model.weights {
        files.append(
          ([name, "weights.safetensors"], try Safetensors.write(weights, file: folder.weights(of: name))))
      }
      for (extra, array) in model.extras.sorted(by: { $0.key < $1.key }) {
        files.append(([name, "\(extra).npy"], NPY.write(array)))
      }
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
