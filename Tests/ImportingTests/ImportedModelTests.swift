import Datasets
import Files
import FileFormats
import Foundation
import Images
import SystemPackage
import TestSupport
import Testing

@testable import Importing
@testable import RunRecords

@Suite struct ImportedModelTests {
  /// Two test samples of three classes.
  private let shapes = RunRecord.Dataset(
    name: "shapes", trainingSamples: 10, validationSamples: nil, testSamples: 2,
    classNames: ["circle", "square", "star"])

  private var data: TestData {
    TestData(
      Dataset(
        name: "shapes",
        training: LabeledImages(images: ImageSet(count: 0, height: 1, width: 1, pixels: []), labels: []),
        test: LabeledImages(images: ImageSet(count: 2, height: 1, width: 1, pixels: [0, 1]), labels: [0, 1]),
        classNames: shapes.classNames), predicted: [])
  }

  private func predictions(_ shape: [Int], _ elements: NPYArray.Elements) throws(FormatError) -> Predictions {
    try ArrayPredictions.samples(of: NPYArray(shape: shape, elements: elements), file: "predictions.npy")
      .predictions(testedOn: shapes)
  }

  private func error(_ shape: [Int], _ elements: NPYArray.Elements) -> FormatError? {
    do throws(FormatError) {
      _ = try predictions(shape, elements)
      return nil
    } catch {
      return error
    }
  }

  @Test func probabilitiesOfAnyFloatAndClassesOfAnyIntegerAreRead() throws {
    let expected = Predictions(probabilities: [0.5, 0.25, 0.25, 0, 0, 1], classCount: 3)
    #expect(try predictions([2, 3], .float32([0.5, 0.25, 0.25, 0, 0, 1])) == expected)
    #expect(try predictions([2, 3], .float64([0.5, 0.25, 0.25, 0, 0, 1])) == expected)
    for elements in [NPYArray.Elements.int64([0, 2]), .uint8([0, 2]), .int32([0, 2])] {
      #expect(try predictions([2], elements) == Predictions(classes: [0, 2], classCount: 3))
      #expect(try predictions([2, 1], elements) == Predictions(classes: [0, 2], classCount: 3))
    }
  }

  @Test func roundingOfHalfPrecisionIsNoError() throws {
    #expect(try predictions([2, 3], .float32([0.334, 0.334, 0.334, -0.0005, 0, 1.0005])).classes == [0, 2])
  }

  @Test func countsThatDisagreeWithTheDatasetAreNamed() {
    #expect(
      error([3, 3], .float32([1, 0, 0, 1, 0, 0, 1, 0, 0]))?.description == """
        cannot read array file predictions.npy, shape: it has predictions of 3 samples, and the test set of shapes has 2.
        Predict the whole test set in its order; or save the labels of another beside them as labels.npy.
        """)
    #expect(
      error([2, 4], .float32([1, 0, 0, 0, 1, 0, 0, 0]))?.problem
        == "it has probabilities of 4 classes, and shapes has 3")
    #expect(
      error([2, 2], .float32([1, 0, 1, 0]))?.problem == "it has probabilities of 2 classes, and shapes has 3")
    #expect(error([2], .int64([0, 3]))?.problem == "shapes has no class 3, but 0 to 2")
    #expect(error([2], .int64([0, 3]))?.place == .field("element 1"))
    #expect(error([2], .int64([-1, 3]))?.place == .field("element 0"))
    // They are the two classes of a test set that has no more.
    #expect(error([2], .int64([1, -1]))?.problem == "shapes has no class -1, but 0 to 2")
  }

  @Test func rowsThatAreNoProbabilitiesAreNamed() {
    let good: [Float] = [0.5, 0.25, 0.25]
    #expect(error([2, 3], .float32(good + [0, .nan, 1]))?.place == .field("row 1, column 1"))
    #expect(error([2, 3], .float32(good + [0, 0, .infinity]))?.place == .field("row 1, column 2"))
    #expect(error([2, 3], .float64([1e300, 0, 0, 1, 0, 0]))?.problem == "inf is no probability and no logit")
    #expect(
      error([2, 3], .float32(good + [0.5, 0.5, 0.5]))?.description == """
        cannot read array file predictions.npy, row 1: its numbers are from 0 to 1 but sum to 1.5, so they are \
        neither probabilities nor logits.
        Save what softmax gives, which sums to 1 in each row, or the logits before it.
        """)
  }

  @Test func logitsBecomeProbabilities() throws {
    let logits = NPYArray(shape: [2, 3], elements: .float32([0, 0, 0, 900, 900 + log(3), -1e30]))
    let samples = try ArrayPredictions.samples(of: logits, file: "predictions.npy")
    #expect(samples.notes == ["the predictions are logits, to which softmax was applied"])
    let imported = try samples.predictions(testedOn: shapes)
    // e^0 / 3 e^0; then 1 and 3 of 4, without an overflow.
    let expected: [Float] = [1 / 3, 1 / 3, 1 / 3, 0.25, 0.75, 0]
    let probabilities = try #require(imported.probabilities)
    #expect(probabilities.count == expected.count)
    for (probability, value) in zip(probabilities, expected) {
      #expect(abs(probability - value) < 1e-4)
    }
    // Logarithms of probabilities are logits as well.
    let logarithms = [0.5, 0.25, 0.25, 0.125, 0.125, 0.75].map { Float(log($0)) }
    let again = try #require(try predictions([2, 3], .float32(logarithms)).probabilities)
    #expect(again.count == logarithms.count)
    for (probability, value) in zip(again, logarithms) { #expect(abs(probability - exp(value)) < 1e-6) }
  }

  @Test func otherShapesAreRefused() {
    #expect(
      error([2, 3], .uint8([1, 0, 0, 1, 1, 0]))?.description == """
        cannot read array file predictions.npy, shape: it holds uint8 of the shape [2, 3], not numbers of the shape [test \
        samples, classes], or classes of [test samples].
        Save probabilities or logits as float32, or the predicted classes, such as predictions.argmax(axis=1).
        """)
    #expect(error([2, 0], .float32([]))?.place == .field("shape"))
    #expect(error([], .float32([1]))?.place == .field("shape"))
    #expect(error([1, 2, 3], .float32([1, 0, 0, 0, 1, 0]))?.place == .field("shape"))
  }

  @Test func aFolderHoldsAHistoryOrPredictionsOrBoth() throws {
    try withTemporaryPath { folder in
      #expect(throws: NothingToImport(model: "CNN", folder: folder, names: [])) {
        try ModelSource(name: "CNN", in: folder).model(testedOn: data)
      }
      try AtomicFile.write(Array(#"{"loss": [1], "lr": [1]}"#.utf8), to: folder.appending("history.json"))
      let logged = try ModelSource(name: "CNN", in: FilePath("\(folder)/")).model(testedOn: data)
      #expect(logged.history?.measures == TrainingHistory(loss: [1]))
      #expect(logged.history?["lr"]?.values == [1] && logged.leftOutMetrics.isEmpty)
      #expect(logged.predictions == nil)

      let classes = NPYArray(shape: [2], elements: .uint8([1, 1]))
      try AtomicFile.write(NPY.write(classes), to: folder.appending("predictions.npy"))
      let both = try ModelSource(name: "CNN", in: folder).model(testedOn: data)
      #expect(both.history == logged.history)
      #expect(both.predictions?.classes == [1, 1])

      try Folder.remove(folder.appending("history.json"))
      let answered = try ModelSource(name: "CNN", in: folder).model(testedOn: data)
      #expect(answered.history == nil && answered.predictions == both.predictions)

      try Folder.create(folder.appending("history.json"))
      #expect(throws: FileError.self) { try ModelSource(name: "CNN", in: folder).model(testedOn: data) }
      #expect(throws: FileError(.read, path: folder.appending("none"), code: 2)) {
        try ModelSource(name: "CNN", in: folder.appending("none")).model(testedOn: data)
      }
    }
  }

  @Test func anEmptyHandTellsWhatItFound() {
    #expect(
      NothingToImport(model: "CNN", folder: "logs", names: ["history.pkl", "version_0"]).description == """
        cannot find a training log or predictions.npy of CNN in logs, which holds history.pkl, version_0.
        Save one of them there, as docs/import.md describes them, or check the path.
        """)
    #expect(NothingToImport(model: "A", folder: "b", names: []).description.contains("b, which is empty."))
    let many = NothingToImport(model: "A", folder: "b", names: (1...9).map(String.init))
    #expect(many.description.contains("holds 1, 2, 3, 4, 5, 6 and others."))
  }

  /// Lines end in any of the usual ways; Windows' editors put a byte order mark first.
  @Test(arguments: ["cat\ndog", "cat\r\ndog\r\n", "\u{FEFF}cat\r\n dog \r\n\r\n"])
  func classNamesAreReadFromAnyEditor(_ text: String) throws {
    try withTemporaryPath { folder in
      try AtomicFile.write(Array(text.utf8), to: folder.appending("names.txt"))
      #expect(try ClassNames.read(folder.appending("names.txt"), count: 2) == ["cat", "dog"])
    }
  }
}
