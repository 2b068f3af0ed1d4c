import Files
import FileFormats
import Images
import SystemPackage
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
    try withTemporaryPath { folder in
      let run = withoutNaN()
      let weights = [
        NamedTensor(name: "dense_1.bias", shape: [2], values: [0.5, -1]),
        NamedTensor(name: "dense_1.kernel", shape: [1, 2], values: [3, 4]),
      ]
      var written = run
      written.models[1].weights = weights
      try written.write(to: folder.appending("run"))
      #expect(try SavedRun.read(from: FilePath("\(folder)/run/")) == run)
      #expect(try SavedRun.readWeights(of: run.models[1].record, from: folder.appending("run")) == weights)
      #expect(try SavedRun.readWeights(of: run.models[0].record, from: folder.appending("run")) == nil)
      #expect(try Folder.names(in: folder) == ["run"])
      #expect(
        try Folder.names(in: folder.appending("run")) == ["cnn", "images.npy", "labels.npy", "run.json", "simple_nn"])
    }
  }

  @Test func whatCouldNotBeReadAgainIsNotWritten() throws {
    try withTemporaryPath { folder in
      let path = folder.appending("run")
      let run = withoutNaN()
      try run.write(to: path)
      let size = try File.read(RunLayout(path).record, atMost: 1 << 20).count
      try run.write(to: path, atMost: size)
      let error = #expect(throws: FormatError.self) { try run.write(to: path, atMost: size - 1) }
      #expect(
        error?.problem == "with all histories it would have more than \(size - 1) bytes, which are not read again")
      #expect(try SavedRun.read(from: path) == run)
    }
  }

  @Test func eachMemberKeepsItsArrays() throws {
    try withTemporaryPath { folder in
      var run = withoutNaN()
      let others = Predictions(classes: [0, 1, 1, 1], classCount: 3)
      func training(_ predictions: Predictions?, accuracy: Double) -> SavedModel {
        SavedModel(
          record: ModelRecord(
            name: "CNN", history: TrainingHistory(loss: [accuracy]),
            test: ModelRecord.Evaluation(loss: nil, accuracy: accuracy)),
          predictions: predictions, weights: [NamedTensor(name: "w", shape: [1], values: [Float(accuracy)])])
      }
      let first = training(run.models[1].predictions, accuracy: 0.75)
      run.models[1] = SavedModel(
        name: "CNN", meanOf: [("seed-1", first), ("seed-2", training(others, accuracy: 0.75)), ("3", first)])
      try run.write(to: folder.appending("run"))
      #expect(
        try Folder.names(in: folder.appending("run/cnn")) == ["3", "predictions.npy", "seed_1", "seed_2"])
      let read = try SavedRun.read(from: folder.appending("run"))
      #expect(read.models[1].record == run.models[1].record)
      #expect(read.models[1].predictions == first.predictions)
      #expect(read.models[1].members.map(\.predictions) == [first.predictions, others, first.predictions])
      let weights = try SavedRun.readWeights(
        of: read.models[1].record, member: read.models[1].record.members[1], from: folder.appending("run"))
      #expect(weights?.map(\.values) == [[0.75]])
      #expect(try SavedRun.readWeights(of: read.models[1].record, from: folder.appending("run")) == nil)
    }
  }

  @Test func theWholeFolderIsReplaced() throws {
    try withTemporaryPath { folder in
      try withoutNaN().write(to: folder.appending("run"))
      var history = withoutNaN()
      (history.images, history.labels) = (nil, nil)
      for index in history.models.indices { history.models[index].predictions = nil }
      try history.write(to: folder.appending("run"))
      #expect(try Folder.names(in: folder.appending("run")) == ["run.json"])
      #expect(try SavedRun.read(from: folder.appending("run")) == history)
    }
  }

  @Test func arraysAreOfTheDocumentedTypes() throws {
    try withTemporaryPath { folder in
      let run = withoutNaN()
      try run.write(to: folder.appending("run"))
      func array(_ name: String) throws -> NPYArray {
        try NPY.read(File.read(folder.appending("run/" + name)), file: name)
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
    try withTemporaryPath { folder in
      var run = withoutNaN()
      run.images = ImageSet(count: 3, height: 1, width: 1, channels: 3, pixels: [255, 0, 0, 0, 255, 0, 0, 0, 255])
      try run.write(to: folder.appending("run"))
      let array = try NPY.read(File.read(folder.appending("run/images.npy")), file: "images.npy")
      #expect(array == NPYArray(shape: [3, 1, 1, 3], elements: .uint8([255, 0, 0, 0, 255, 0, 0, 0, 255])))
      #expect(try SavedRun.read(from: folder.appending("run")) == run)
    }
  }

  @Test func furtherArraysOfAModelComeBack() throws {
    try withTemporaryPath { folder in
      var run = withoutNaN()
      run.models[1].extras = [
        "attention": NPYArray(shape: [2, 1, 2], elements: .float32([0.5, 0, 1, 0.25])),
        "embedding": NPYArray(shape: [1], elements: .int64([-1])),
      ]
      try run.write(to: folder.appending("run"))
      #expect(
        try Folder.names(in: folder.appending("run/cnn")) == ["attention.npy", "embedding.npy", "predictions.npy"])
      #expect(try SavedRun.read(from: folder.appending("run")) == run)
      try AtomicFile.write([1, 2, 3], to: folder.appending("run/cnn/attention.npy"))
      let error = #expect(throws: FormatError.self) { try SavedRun.read(from: folder.appending("run")) }
      #expect(error?.description.contains("/run/cnn/attention.npy") == true)
    }
  }

  /// Both names give the folder `cnn_`.
  @Test func modelsWhoseNamesGiveOneFolderKeepTheirOwnWeights() throws {
    try withTemporaryPath { folder in
      func weights(_ value: Float) -> [NamedTensor] { [NamedTensor(name: "bias", shape: [1], values: [value])] }
      var run = SavedRun(
        record: smallRun().record,
        models: [
          SavedModel(record: ModelRecord(name: "CNN+"), weights: weights(1)),
          SavedModel(record: ModelRecord(name: "CNN-"), weights: weights(2)),
        ])
      run.record.featuredModel = "CNN-"
      #expect(run.models.map(\.record.folder) == ["cnn_", "cnn__2"])
      try run.write(to: folder.appending("run"))
      #expect(try SavedRun.readWeights(of: run.models[0].record, from: folder.appending("run")) == weights(1))
      #expect(try SavedRun.readWeights(of: run.models[1].record, from: folder.appending("run")) == weights(2))
    }
  }

  @Test func labelsAbove255AreInt32() throws {
    try withTemporaryPath { folder in
      var run = withoutNaN()
      run.record.dataset.classNames = (0..<300).map(String.init)
      run.labels = [0, 299, 2, 1]
      run.models[1].predictions = nil
      try run.write(to: folder.appending("run"))
      let array = try NPY.read(File.read(folder.appending("run/labels.npy")), file: "labels.npy")
      #expect(array.elements == .int32([0, 299, 2, 1]))
      run.models[0].predictions = Predictions(classes: [0, 1, 2, 2], classCount: 300)
      #expect(try SavedRun.read(from: folder.appending("run")) == run)
    }
  }

  @Test func otherNumberTypesAreRead() throws {
    try withTemporaryPath { folder in
      let run = withoutNaN()
      try run.write(to: folder.appending("run"))
      let labels = NPYArray(shape: [4], elements: .int64([0, 1, 2, 1]))
      try AtomicFile.write(NPY.write(labels), to: folder.appending("run/labels.npy"))
      let probabilities = (run.models[1].predictions?.probabilities ?? []).map(Double.init)
      let predictions = NPYArray(shape: [4, 3], elements: .float64(probabilities))
      try AtomicFile.write(NPY.write(predictions), to: folder.appending("run/cnn/predictions.npy"))
      #expect(try SavedRun.read(from: folder.appending("run")) == run)
    }
  }

  @Test func aMissingRunIsToldApart() throws {
    try withTemporaryPath { folder in
      #expect(throws: MissingRun(file: folder.appending("run/run.json"))) {
        try SavedRun.read(from: folder.appending("run"))
      }
      try AtomicFile.write([], to: folder.appending("run"))
      #expect(throws: MissingRun(file: folder.appending("run/run.json"))) {
        try SavedRun.read(from: folder.appending("run"))
      }
      #expect(throws: FileError(.create, path: folder.appending("run"), code: 17)) {
        try withoutNaN().write(to: folder.appending("run"))
      }
    }
  }

  /// A damaged file of a run is an error, not a partial run.
  @Test func damagedFilesAreRefused() throws {
    try withTemporaryPath { folder in
      try withoutNaN().write(to: folder.appending("run"))
      for file in ["images.npy", "labels.npy", "cnn/predictions.npy", "run.json"] {
        let bytes = try File.read(folder.appending("run/" + file))
        try AtomicFile.write(Array(bytes.dropLast(20)), to: folder.appending("run/" + file))
        let error = #expect(throws: FormatError.self) { try SavedRun.read(from: folder.appending("run")) }
        #expect(error?.description.contains("/run/\(file)") == true)
        try AtomicFile.write(bytes, to: folder.appending("run/" + file))
      }
      let wrong = NPYArray(shape: [2, 2], elements: .uint8([0, 1, 2, 1]))
      try AtomicFile.write(NPY.write(wrong), to: folder.appending("run/labels.npy"))
      let error = #expect(throws: FormatError.self) { try SavedRun.read(from: folder.appending("run")) }
      #expect(
        error?.description.contains("uint8 of the shape [2, 2], not integers of the shape [test samples]") == true)
    }
  }
}
