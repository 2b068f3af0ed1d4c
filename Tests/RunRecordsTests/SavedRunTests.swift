import AtomicFiles
import FileFormats
import TestSupport
import Testing

@testable import RunRecords

@Suite struct SavedRunTests {
  /// `run`, its NaN replaced: NaN equals nothing.
  private func withoutNaN() -> SavedRun {
    var run = smallRun()
    run.record.models[0].history?.loss = [0.1, 0.2]
    return run
  }

  @Test func whatIsWrittenIsRead() throws {
    try withTemporaryFolder { folder in
      let run = withoutNaN()
      let weights = [
        NamedTensor(name: "dense_1.bias", shape: [2], values: [0.5, -1]),
        NamedTensor(name: "dense_1.kernel", shape: [1, 2], values: [3, 4]),
      ]
      try run.write(to: folder + "/run", weights: ["cnn": weights])
      #expect(try SavedRun.read(from: folder + "/run/") == run)
      #expect(try SavedRun.readWeights(of: run.record.models[1], from: folder + "/run") == weights)
      #expect(try SavedRun.readWeights(of: run.record.models[0], from: folder + "/run") == nil)
      #expect(try Folder.names(in: folder) == ["run"])
      #expect(try Folder.names(in: folder + "/run") == ["cnn", "images.npy", "labels.npy", "run.json", "simple_nn"])
    }
  }

  @Test func theWholeFolderIsReplaced() throws {
    try withTemporaryFolder { folder in
      try withoutNaN().write(to: folder + "/run")
      var history = withoutNaN()
      (history.images, history.labels, history.predictions) = (nil, nil, [:])
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
      #expect(probabilities.floats == run.predictions["cnn"]?.probabilities)
    }
  }

  @Test func labelsAbove255AreInt32() throws {
    try withTemporaryFolder { folder in
      var run = withoutNaN()
      run.record.dataset.classNames = (0..<300).map(String.init)
      run.labels = [0, 299, 2, 1]
      run.predictions["cnn"] = nil
      try run.write(to: folder + "/run")
      let array = try NPY.read(AtomicFile.read(folder + "/run/labels.npy"), file: "labels.npy")
      #expect(array.elements == .int32([0, 299, 2, 1]))
      run.predictions["simple_nn"] = Predictions(classes: [0, 1, 2, 2], classCount: 300)
      #expect(try SavedRun.read(from: folder + "/run") == run)
    }
  }

  @Test func otherNumberTypesAreRead() throws {
    try withTemporaryFolder { folder in
      let run = withoutNaN()
      try run.write(to: folder + "/run")
      let labels = NPYArray(shape: [4], elements: .int64([0, 1, 2, 1]))
      try AtomicFile.write(NPY.write(labels), to: folder + "/run/labels.npy")
      let probabilities = (run.predictions["cnn"]?.probabilities ?? []).map(Double.init)
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
