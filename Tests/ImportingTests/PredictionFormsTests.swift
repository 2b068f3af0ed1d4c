import FileFormats
import Files
import SystemPackage
import TestSupport
import Testing

@testable import Importing

/// The forms in which people keep predictions and labels.
@Suite struct PredictionFormsTests {
  private func samples(_ shape: [Int], _ elements: NPYArray.Elements) throws -> PredictedSamples {
    try ArrayPredictions.samples(of: NPYArray(shape: shape, elements: elements), file: "p.npy")
  }

  @Test func onlyOneOutputIsOfClass1() throws {
    for shape in [[3], [3, 1], [3, 1, 1]] {
      let samples = try samples(shape, .float32([0.25, 0.5, 1]))
      #expect(samples.values == .probabilities([0.75, 0.25, 0.5, 0.5, 0, 1], columns: 2))
    }
    let percent = try samples([2], .float64([12.5, 75]))
    #expect(percent.values == .probabilities([0.875, 0.125, 0.25, 0.75], columns: 2))
    #expect(percent.notes.first?.contains("divided by 100") == true)
    // 1 / (1 + e^-z), as NumPy computes it.
    let logits = try samples([3], .float32([-3, 0.5, 2]))
    guard case .probabilities(let numbers, columns: 2) = logits.values else {
      Issue.record("\(logits)")
      return
    }
    #expect(logits.notes.first?.contains("logit") == true)
    for (number, expected) in zip([numbers[1], numbers[3], numbers[5]], [0.04742587, 0.62245935, 0.88079703]) {
      #expect(abs(Double(number) - expected) < 1e-7)
    }
    #expect(throws: FormatError.self) { try self.samples([2], .float32([0.5, .nan])) }
  }

  /// `classes.json` and `labels.json` beside a log are rather the classes' names.
  @Test(arguments: [#"["cat", "dog"]"#, #"[{"id": 0, "name": "cat"}]"#, #"{"0": "cat"}"#, "[]"])
  func listsOfOtherThingsAreNoArrays(json: String) throws {
    try withTemporaryPath { folder in
      try AtomicFile.write(Array(#"{"loss": [0.5, 0.25]}"#.utf8), to: folder.appending("history.json"))
      for name in ["classes.json", "labels.json"] {
        try AtomicFile.write(Array(json.utf8), to: folder.appending(name))
      }
      let source = try ModelSource(name: "M", in: folder)
      #expect(source.log?.history.history.loss?.values == [0.5, 0.25])
      #expect(source.predicted == nil)
      #expect(try source.testSet() == nil)
    }
  }

  @Test func listsOfNumbersAreArrays() {
    for json in ["[1, 0]", " [\n [0.5, 0.5]]", "[-1.5]", "[true, false]", "[NaN]"] {
      #expect(NestedList.canStart(Array(json.utf8)), "\(json)")
    }
  }

  @Test func wholeNumbersOfOneColumnAreClasses() throws {
    #expect(try samples([3], .float64([4, 0, 2])).values == .classes([4, 0, 2]))
    #expect(try samples([2, 1], .float32([1, 0])).values == .classes([1, 0]))
    #expect(try samples([2, 3], .uint8([0, 0, 1, 1, 0, 0])).values == .classes([2, 0]))
  }

  @Test func percentIsDividedBy100() throws {
    let expected: [Float] = [0.995, 0.005, 0, 1]
    #expect(try samples([2, 2], .float32([99.5, 0.5, 0, 100])).values == .probabilities(expected, columns: 2))
    let rounded = try samples([2, 3], .int64([33, 33, 33, 20, 70, 10]))
    #expect(rounded.values == .probabilities([0.33, 0.33, 0.33, 0.2, 0.7, 0.1], columns: 3))
    // One row that does not sum to 100 makes all of them logits.
    #expect(
      try samples([2, 2], .float32([99.5, 0.5, 0, 90])).notes == [
        "the predictions are logits, to which softmax was applied"
      ])
  }

  @Test func labelsHaveManyForms() throws {
    func labels(_ shape: [Int], _ elements: NPYArray.Elements) throws -> TrueClasses {
      try TrueClasses(NPYArray(shape: shape, elements: elements), file: "y.npy")
    }
    #expect(try labels([3], .float64([2, 0, 1])).labels == [2, 0, 1])
    #expect(try labels([3, 1], .int8([2, 0, 1])).labels == [2, 0, 1])
    #expect(try labels([2, 3], .float32([0, 0, 1, 0, 1, 0])).labels == [2, 1])
    let signs = try labels([3], .int64([-1, 1, 1]))
    #expect(signs.labels == [0, 1, 1] && signs.note != nil)
    func problem(_ shape: [Int], _ elements: NPYArray.Elements) -> String? {
      (#expect(throws: FormatError.self) { try labels(shape, elements) })?.problem
    }
    #expect(problem([2], .float32([1, .nan])) == "it is nan, not a class")
    #expect(
      problem([2, 2], .float32([0.5, 0.5, 1, 0]))
        == "it holds float32 of the shape [2, 2], not classes of [test samples]")
    #expect(problem([2, 2], .uint8([1, 1, 1, 0])) == "its rows of 2 numbers are not one-hot")
    #expect(problem([2], .int64([0, -1])) == "-1 is no class' number: there may be 1000")
  }

  @Test(arguments: [
    ("predictions", ArrayRole.predictions), ("y_pred", .predictions), ("test_logits", .predictions),
    ("Y_Prob_test", .predictions), ("y_true", .labels), ("y_test", .labels), ("val-labels", .labels),
    ("test_images", .images), ("X_test", .images), ("confusion_matrix", .matrix), ("test_cm", .matrix),
  ])
  func namesTellWhatAnArrayIs(name: String, role: ArrayRole) {
    #expect(ArrayRole(name: name) == role)
  }

  @Test(arguments: ["train_labels", "weights", "arr_0", "x_train", "history", ""])
  func otherNamesTellNothing(name: String) {
    #expect(ArrayRole(name: name) == nil)
  }

  @Test func listsAndLinesOfNumbersAreArrays() throws {
    #expect(
      try NestedList.array(in: Array("[[1, 2.5], [true, -3]]".utf8), file: "a")
        == NPYArray(shape: [2, 2], elements: .float64([1, 2.5, 1, -3])))
    // As numpy.savetxt writes [1, 0] and, with a delimiter, [[1, 2], [3, 4]].
    let column = "# labels\n1.000000000000000000e+00\n0.000000000000000000e+00\n"
    #expect(
      try NumberTable.array(in: Array(column.utf8), file: "a") == NPYArray(shape: [2], elements: .float64([1, 0])))
    #expect(
      try NumberTable.array(in: Array("1,2\r\n3,4\r\n".utf8), file: "a")
        == NPYArray(shape: [2, 2], elements: .float64([1, 2, 3, 4])))
    for text in ["[[1, 2], [3]]", "[[1], \"2\"]", "{}", "[1, [2]]"] {
      #expect(throws: FormatError.self) { try NestedList.array(in: Array(text.utf8), file: "a") }
    }
    for text in ["1 2\n3\n", "1\nx\n", "", "#\n"] {
      #expect(throws: FormatError.self) { try NumberTable.array(in: Array(text.utf8), file: "a") }
    }
  }
}
