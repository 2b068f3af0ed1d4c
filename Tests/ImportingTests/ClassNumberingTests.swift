import FileFormats
import Files
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

@Suite struct ClassNumberingTests {
  private func numbering(
    _ labels: [Int], classes: [Int]? = nil, columns: Int? = nil, names: Int? = nil
  ) throws(FormatError) -> [Int] {
    var predicted: [PredictedSamples] = []
    if let classes { predicted.append(PredictedSamples(values: .classes(classes), file: "p", format: "array")) }
    if let columns {
      let rows = [Float](repeating: 0, count: columns)
      predicted.append(PredictedSamples(values: .probabilities(rows, columns: columns), file: "p", format: "array"))
    }
    let numbering = try ClassNumbering(of: TrueClasses(labels: labels, file: "y"), predicted: predicted, names: names)
    return [numbering.first, numbering.count]
  }

  @Test func classesCountFrom1IfNothingIs0() throws {
    #expect(try numbering([1, 2, 3], columns: 3) == [1, 3])
    #expect(try numbering([1, 3], classes: [3, 2], names: 3) == [1, 3])
    #expect(try numbering([1, 2], classes: [4, 1], names: 4) == [1, 4])
    #expect(try numbering([2, 4], columns: 4) == [1, 4])
    // Without names or columns: if no class from 1 on is missing.
    #expect(try numbering([1, 2, 3], classes: [3, 3, 1]) == [1, 3])
  }

  @Test func otherwiseTheyCountFrom0() throws {
    #expect(try numbering([1, 2], columns: 3) == [0, 3])
    #expect(try numbering([1, 2], classes: [1, 2], names: 3) == [0, 3])
    #expect(try numbering([1, 2, 3], classes: [0, 2, 3]) == [0, 4])
    #expect(try numbering([0, 2], classes: [1, 2]) == [0, 3])
    #expect(try numbering([1, 3], classes: [1, 3]) == [0, 4])
    #expect(try numbering([0, 1], classes: [1, 1], names: 5) == [0, 5])
    #expect(throws: FormatError.self) { try numbering([0, 3], columns: 3) }
    #expect(throws: FormatError.self) { try numbering([1, 4], columns: 3) }
  }

  private func write(_ folder: FilePath, _ files: [String: [UInt8]]) throws {
    for (name, bytes) in files { try AtomicFile.write(bytes, to: folder.appending(name)) }
  }

  private func npy(_ shape: [Int], _ elements: NPYArray.Elements) -> [UInt8] {
    NPY.write(NPYArray(shape: shape, elements: elements))
  }

  @Test func labelsAndPredictionsAreShiftedAlike() throws {
    try withTemporaryPath { folder in
      try write(
        folder,
        [
          "y_test.npy": npy([3], .int64([1, 2, 3])), "y_pred.npy": npy([3], .int64([1, 1, 2])),
          "n.txt": Array("a\nb\nc".utf8),
        ])
      let source = try ModelSource(name: "A", in: folder)
      let named = try #require(try TestData(of: [source], classes: folder.appending("n.txt")))
      #expect(named.labels == [0, 1, 2] && named.description.classNames == ["a", "b", "c"])
      #expect(try source.model(testedOn: named).predictions?.classes == [0, 0, 1])
      #expect(named.notes == ["the classes are counted from 1, the first is class 1"])
      let numbered = try #require(try TestData(of: [source], classes: nil))
      #expect(numbered.description.classNames == ["1", "2", "3"])
      try write(folder, ["n.txt": Array("a\nb\n".utf8)])
      #expect(throws: FormatError.self) { try TestData(of: [source], classes: folder.appending("n.txt")) }
    }
  }

  @Test func namesOfATableAreOrderedAndNotExchanged() throws {
    try withTemporaryPath { folder in
      try write(
        folder, ["p.csv": Array("true,predicted\nowl,emu\nemu,emu\n".utf8), "n.txt": Array("owl\nemu".utf8)])
      let source = try ModelSource(name: "A", in: folder)
      let data = try #require(try TestData(of: [source], classes: folder.appending("n.txt")))
      #expect(data.description.classNames == ["owl", "emu"] && data.labels == [0, 1])
      #expect(try source.model(testedOn: data).predictions?.classes == [1, 1] && data.notes.isEmpty)
      let sorted = try #require(try TestData(of: [source], classes: nil))
      #expect(sorted.description.classNames == ["emu", "owl"] && sorted.labels == [1, 0])
      #expect(sorted.notes == ["the classes are in the order of their names"])
      try write(folder, ["n.txt": Array("cat\ndog".utf8)])
      #expect(throws: FormatError.self) { try TestData(of: [source], classes: folder.appending("n.txt")) }
    }
  }

  /// Images that cannot be shown do not stop the rest.
  @Test func imagesThatCannotBeShownAreSaid() throws {
    try withTemporaryPath { folder in
      try write(
        folder,
        [
          "labels.npy": npy([2], .uint8([0, 1])), "preds.npy": npy([2], .uint8([0, 1])),
          "images.npy": npy([2, 5], .uint8(Array(0..<10))),
        ])
      let data = try #require(try TestData(of: [ModelSource(name: "A", in: folder)], classes: nil))
      #expect(data.images == nil && data.notes.first?.contains("[2, 5] is not the shape of images") == true)
      try write(folder, ["images.npy": npy([2, 2, 2], .uint8(Array(0..<8)))])
      let shown = try #require(try TestData(of: [ModelSource(name: "A", in: folder)], classes: nil))
      #expect(shown.images?.count == 2)
    }
  }

  /// A matrix beside another model's labels counts the same samples.
  @Test func matricesAndLabelsMustAgree() throws {
    try withTemporaryPath { folder in
      let (one, two) = (folder.appending("one"), folder.appending("two"))
      for path in [one, two] { try Folder.create(path) }
      try write(one, ["labels.npy": npy([3], .uint8([0, 1, 1])), "preds.npy": npy([3], .uint8([0, 1, 0]))])
      try write(two, ["cm.json": Array("[[1, 0], [0, 2]]".utf8)])
      func sources() throws -> [ModelSource] {
        [try ModelSource(name: "1", in: one), try ModelSource(name: "2", in: two)]
      }
      let data = try #require(try TestData(of: sources(), classes: nil))
      #expect(data.description.testSamples == 3)
      #expect(try sources()[1].model(testedOn: data).confusionMatrix == [[1, 0], [0, 2]])
      try write(two, ["cm.json": Array("[[2, 0], [0, 1]]".utf8)])
      #expect(throws: DifferentTestSets.self) { try TestData(of: sources(), classes: nil) }
    }
  }
}
