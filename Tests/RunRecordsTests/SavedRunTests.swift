import Files
import FileFormats
import Images
import TestSupport
import Testing

@testable import RunRecords

@Suite struct SavedRunTests {
  /// `run`, its NaN replaced: NaN equals nothing.
  private func withoutNaN() -> SavedRun {
    var run = smallRun()
    run.models[0].record.history?["loss"] = TrainingHistory.Series(perEpoch: [0.1, 0.2])
    return run
  }

  @Test func whatIsWrittenIsRead() throws {
    try withTemporaryFolder { folder in
      let run = withoutNaN()
      let weights = [
        NamedTensor(name: "dense_1.bias", shape: [2], values: [0.5, -1]),
        NamedTensor(name: "dense_1.kernel", shape: [1, 2], values: [3, 4]),
      ]
      var written = run
      written.models[1].weights = weights
      try written.write(to: folder + "/run")
      #expect(try SavedRun.read(from: folder + "/run/") == run)
      #expect(try SavedRun.readWeights(of: run.models[1].record, from: folder + "/run") == weights)
      #expect(try SavedRun.readWeights(of: run.models[0].record, from: folder + "/run") == nil)
      #expect(try Folder.names(in: folder) == ["run"])
      #expect(try Folder.names(in: folder + "/run") == ["cnn", "images.npy", "labels.npy", "run.json", "simple_nn"])
    }
  }

  @Test func theWholeFolderIsReplaced() throws {
    try withTemporaryFolder { folder in
      try withoutNaN().write(to: folder + "/run")
      var history = withoutNaN()
      (history.images, history.labels) = (nil, nil)
      for index in history.models.indices { history.models[index].predictions = nil }
      try history.write(to: folder + "/run")
      #expect(try Folder.names(in: folder + "/run") == ["run.json"])
      #expect(try SavedRun.read(from: folder + "/run") == history)
    }
  }

  @Test func arraysAreOfTheDocumentedTypes() throws {
    try withTemporaryFolder { folder in
      let run = withoutNaN()
      try run.write(to: folder + "/run")
      func array(_ name: String) throws -> NPYArray {
        try NPY.read(AtomicFile.read(folder + "/run/" + name), file: name)
      }
      #expect(try array("images.npy") == NPYArray(shape: [3, 1, 2], elements: .uint8([0, 1, 2, 3, 4, 255])))
      #expect(try array("labels.npy") == NPYArray(shape: [4], elements: .uint8([0, 1, 2, 1])))
      #expect(try array("simple_nn/predictions.npy") == NPYArray(shape: [4], elements: .uint8([0, 1, 2, 2])))
      let probabilities = try array("cnn/predictions.npy")
      #expect(probabilities.shape == [4, 3])
      #expect(probabilities.floats == run.models[1].predictions?.probabilities)
    }
  }

  @Test func coloursHaveADimensionOfTheirOwn() throws {
    try withTemporaryFolder { folder in
      var run = withoutNaN()
      run.images = ImageSet(count: 3, height: 1, width: 1, channels: 3, pixels: [255, 0, 0, 0, 255, 0, 0, 0, 255])
      try run.write(to: folder + "/run")
      let array = try NPY.read(AtomicFile.read(folder + "/run/images.npy"), file: "images.npy")
      #expect(array == NPYArray(shape: [3, 1, 1, 3], elements: .uint8([255, 0, 0, 0, 255, 0, 0, 0, 255])))
      #expect(try SavedRun.read(from: folder + "/run") == run)
    }
  }

  @Test func furtherArraysOfAModelComeBack() throws {
    try withTemporaryFolder { folder in
      var run = withoutNaN()
      run.models[1].extras = [
        "attention": NPYArray(shape: [2, 1, 2], elements: .float32([0.5, 0, 1, 0.25])),
        "embedding": NPYArray(shape: [1], elements: .int64([-1])),
      ]
      try run.write(to: folder + "/run")
      #expect(
        try Folder.names(in: folder + "/run/cnn") == ["attention.npy", "embedding.npy", "predictions.npy"])
      #expect(try SavedRun.read(from: folder + "/run") == run)
      try AtomicFile.write([1, 2, 3], to: folder + "/run/cnn/attention.npy")
      let error = #expect(throws: FormatError.self) { try SavedRun.read(from: folder + "/run") }
      #expect(error?.description.contains("/run/cnn/attention.npy") == true)
    }
  }

  /// Both names give the folder `cnn_`.
  @Test func modelsWhoseNamesGiveOneFolderKeepTheirOwnWeights() throws {
    try withTemporaryFolder { folder in
      func weights(_ value: Float) -> [NamedTensor] { [NamedTensor(name: "bias", shape: [1], values: [value])] }
      var run = SavedRun(
        record: smallRun().record,
        models: [
          SavedModel(record: ModelRecord(name: "CNN+"), weights: weights(1)),
          SavedModel(record: ModelRecord(name: "CNN-"), weights: weights(2)),
        ])
      run.record.featuredModel = "CNN-"
      #expect(run.models.map(\.record.folder) == ["cnn_", "cnn__2"])
      try run.write(to: folder + "/run")
      #expect(try SavedRun.readWeights(of: run.models[0].record, from: folder + "/run") == weights(1))
      #expect(try SavedRun.readWeights(of: run.models[1].record, from: folder + "/run") == weights(2))
    }
  }

  @Test func labelsAbove255AreInt32() throws {
    try withTemporaryFolder { folder in
      var run = withoutNaN()
      run.record.dataset.classNames = (0..<300).map(String.init)
      run.labels = [0, 299, 2, 1]
      run.models[1].predictions = nil
      try run.write(to: folder + "/run")
      let array = try NPY.read(AtomicFile.read(folder + "/run/labels.npy"), file: "labels.npy")
      #expect(array.elements == .int32([0, 299, 2, 1]))
      run.models[0].predictions = Predictions(classes: [0, 1, 2, 2], classCount: 300)
      #expect(try SavedRun.read(from: folder + "/run") == run)
    }
  }

  @Test func otherNumberTypesAreRead() throws {
    try withTemporaryFolder { folder in
      let run = withoutNaN()
      try run.write(to: folder + "/run")
      let labels = NPYArray(shape: [4], elements: .int64([0, 1, 2, 1]))
      try AtomicFile.write(NPY.write(labels), to: folder + "/run/labels.npy")
      let probabilities = (run.models[1].predictions?.probabilities ?? []).map(Double.init)
      let predictions = NPYArray(shape: [4, 3], elements: .float64(probabilities))
      try AtomicFile.write(NPY.write(predictions), to: folder + "/run/cnn/predictions.npy")
      #expect(try SavedRun.read(from: folder + "/run") == run)
    }
  }

  @Test func aMissingRunIsToldApart() throws {
    try withTemporaryFolder { folder in
      #expect(throws: MissingRun(file: folder + "/run/run.json")) { try SavedRun.read(from: folder + "/run") }
      try AtomicFile.write([], to: folder + "/run")
      #expect(throws: MissingRun(file: folder + "/run/run.json")) { try SavedRun.read(from: folder + "/run") }
      #expect(throws: FileError(.create, path: folder + "/run", code: 17)) {
        try withoutNaN().write(to: folder + "/run")
      }
    }
  }

  /// A damaged file of a run is an error, not a partial run.
  @Test func damagedFilesAreRefused() throws {
    try withTemporaryFolder { folder in
      try withoutNaN().write(to: folder + "/run")
      for file in ["images.npy", "labels.npy", "cnn/predictions.npy", "run.json"] {
        let bytes = try AtomicFile.read(folder + "/run/" + file)
        try AtomicFile.write(Array(bytes.dropLast(20)), to: folder + "/run/" + file)
        let error = #expect(throws: FormatError.self) { try SavedRun.read(from: folder + "/run") }
        #expect(error?.description.contains("/run/\(file)") == true)
        try AtomicFile.write(bytes, to: folder + "/run/" + file)
      }
      let wrong = NPYArray(shape: [2, 2], elements: .uint8([0, 1, 2, 1]))
      try AtomicFile.write(NPY.write(wrong), to: folder + "/run/labels.npy")
      let error = #expect(throws: FormatError.self) { try SavedRun.read(from: folder + "/run") }
      #expect(
        error?.description.contains("uint8 of the shape [2, 2], not integers of the shape [test samples]") == true)
    }
  }
}
