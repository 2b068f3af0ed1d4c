import Files
import FileFormats
import Images
import Problems
import SystemPackage

extension SavedRun {
  /// Reads a saved run from its folder `run/`. Only `run.json` must be there; what else is missing is nil. A writer may
  /// replace the run meanwhile: what is read is the old one or the new one.
  ///
  /// - Throws: where there is no run, a file cannot be read or is damaged, or files do not fit each other.
  package static func read(from folder: FilePath) throws -> SavedRun {
    try AtomicFolder.readWhole(folder) { try read(in: RunLayout($0)) }
  }

  /// Reads a saved run with all weights that it has, to be written again.
  package static func readWithWeights(from folder: FilePath) throws -> SavedRun {
    try AtomicFolder.readWhole(folder) { folder in
      var run = try read(in: RunLayout(folder))
      for place in run.models.indices {
        let record = run.models[place].record
        run.models[place].weights = try readWeights(of: record, from: folder)
        run.models[place].members = try zip(record.members, run.models[place].members).map { member, arrays in
          SavedMember(
            predictions: arrays.predictions, weights: try readWeights(of: record, member: member, from: folder))
        }
      }
      return run
    }
  }

  private static func read(in layout: RunLayout) throws -> SavedRun {
    guard let json = try bytes(of: layout.record, .run) else { throw MissingRun(file: layout.record) }
    var run = SavedRun(try RunDocument(json: json, file: layout.record.string))
    let check = RunCheck(operation: .read, folder: layout.folder)
    // The folders' names must be known to be safe before anything is read from them.
    try check.check(run)
    if let array = try NPY.readIfPresent(layout.images) {
      run.images = try ImageSet(array, file: layout.images.string)
    }
    if let array = try NPY.readIfPresent(layout.labels) {
      run.labels = try readLabels(array, file: layout.labels.string)
    }
    if let bytes = try bytes(of: layout.samples, .run) {
      run.sampleNames = try JSON.read(
        bytes, file: layout.samples.string, advice: "Write it as docs/run-format.md describes it, or remove it"
      ).decode([String].self)
    }
    for index in run.models.indices {
      let model = layout.model(run.models[index].record.folder)
      let classNames = run.record.dataset.classNames
      run.models[index].predictions = try predictions(in: model, classNames: classNames)
      run.models[index].extras = try extras(in: model)
      run.models[index].members = try run.models[index].record.members.map { member in
        SavedMember(predictions: try predictions(in: model.member(member.folder), classNames: classNames))
      }
    }
    try check.check(run)
    return run
  }

  /// What a model or one of its members answered; nil if it was not saved.
  private static func predictions(in model: ModelLayout, classNames: [String]) throws -> Predictions? {
    let file = model.predictions
    return try NPY.readIfPresent(file).map { try Predictions($0, file: file.string, classNames: classNames) }
  }

  /// The arrays in a model's folder beside its predictions, by name.
  private static func extras(in model: ModelLayout) throws -> [String: NPYArray] {
    let names: [String]
    do throws(FileError) {
      names = try Folder.names(in: model.folder)
    } catch {
      if error.isMissing { return [:] }
      throw error
    }
    var extras: [String: NPYArray] = [:]
    for extra in names.compactMap(ModelLayout.extra(inFile:)) {
      let file = model.extra(extra)
      extras[extra] = try NPY.readIfPresent(file)
    }
    return extras
  }

  /// Reads the weights of a model, or of one of its members, from the folder `run/`, sorted by name; nil if they were not
  /// saved.
  ///
  /// - Throws: if the file cannot be read or is damaged.
  package static func readWeights(
    of model: ModelRecord, member: ModelRecord.Member? = nil, from folder: FilePath
  ) throws -> [NamedTensor]? {
    let layout = RunLayout(folder).model(model.folder)
    let file = (member.map { layout.member($0.folder) } ?? layout).weights
    guard let bytes = try bytes(of: file, .safetensors) else { return nil }
    return try Safetensors.read(bytes, file: file.string)
  }

  /// The bytes of a file; nil if it is missing.
  private static func bytes(of file: FilePath, _ form: FileForm) throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try File.read(file, atMost: form.mostBytes, bytesNeeded: form.bytesNeeded)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  private static func readLabels(_ array: NPYArray, file: String) throws(FormatError) -> [Int] {
    guard array.shape.count == 1, let labels = array.integers else {
      throw unexpected(array, in: file, expected: "integers of the shape [test samples]")
    }
    return labels
  }
}

extension SavedRun {
  /// A document's run without its arrays; folders stay as the document has them, to be checked.
  init(_ document: RunDocument) {
    self.init(record: document.record)
    models = document.models.map { record in
      SavedModel(record: record, members: record.members.map { _ in SavedMember() })
    }
  }
}

extension ImageSet {
  /// The images of a .npy file: uint8 of the shape [images, height, width], or [images, height, width, 3] for colour.
  init(_ array: NPYArray, file: String) throws(FormatError) {
    let shape = array.shape
    guard case .uint8(let pixels) = array.elements, shape.count == 3 || (shape.count == 4 && shape[3] == 3),
      shape[1] > 0, shape[2] > 0
    else {
      throw unexpected(
        array, in: file, expected: "uint8 of the shape [images, height, width] or [images, height, width, 3]")
    }
    self.init(
      count: shape[0], height: shape[1], width: shape[2], channels: shape.count == 3 ? 1 : 3, pixels: pixels)
  }
}

extension Predictions {
  /// The predictions of a .npy file: probabilities of the shape [test samples, classes], or classes of the shape
  /// [test samples].
  init(_ array: NPYArray, file: String, classNames: [String]) throws(FormatError) {
    if array.shape.count == 2, array.shape[1] > 0, let probabilities = array.floats {
      self.init(probabilities: probabilities, classCount: array.shape[1])
    } else if array.shape.count == 1 || (array.shape.count == 2 && array.shape[1] == 1), let classes = array.integers {
      self.init(classes: classes, classCount: classNames.count)
    } else {
      throw unexpected(
        array, in: file, expected: "floats of the shape [test samples, classes], or integers of [test samples]")
    }
  }
}

private func unexpected(_ array: NPYArray, in file: String, expected: String) -> FormatError {
  FormatError(
    .read, format: ".npy", file: file, at: .field("shape"),
    problem: "it holds \(array.elements.typeName) of the shape \(array.shape), not \(expected)",
    advice: "Save it as docs/run-format.md describes it")
}

/// There is no saved run: its `run.json` is not there.
package struct MissingRun: Problem, Equatable {
  /// The path of `run.json`.
  package let file: FilePath

  /// Creates an error.
  package init(file: FilePath) { self.file = file }

  /// What was looked for.
  package var what: String { "cannot find \(file)" }

  /// What to do about it.
  package var advice: String { "Give the results folder of a run, or make one" }

  /// The folder is what people name.
  package var kind: ProblemKind { .missingInput }

  /// Making a run is the program's main job.
  package var remedy: Remedy? { .makeRun }
}
