import FileFormats
import Files
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

/// Classes that are written as texts.
@Suite struct ClassTextsTests {
  private func npy(_ shape: [Int], _ elements: NPYArray.Elements) -> [UInt8] {
    NPY.write(NPYArray(shape: shape, elements: elements))
  }

  private struct Read {
    var data: TestData
    var predictions: Predictions?
  }

  private func read(_ files: [String: [UInt8]], classes: String? = nil) throws -> Read {
    var read: Read?
    try withTemporaryPath { folder in
      for (name, bytes) in files { try AtomicFile.write(bytes, to: folder.appending(name)) }
      let source = try ModelSource(name: "A", in: folder)
      let data = try #require(try TestData(of: [source], classes: classes.map { folder.appending($0) }))
      read = Read(data: data, predictions: try source.model(testedOn: data).predictions)
    }
    return try #require(read)
  }

  @Test func namesAreSortedByTheirScalars() {
    let names = ClassTexts(["owl", "Emu", "\u{e9}mu", "owl"])
    #expect(names.names == ["Emu", "owl", "\u{e9}mu"] && names.classes == [1, 0, 2, 1])
    let numbers = ClassTexts(["3", "0", "1.0"])
    #expect(numbers.names == nil && numbers.classes == [3, 0, 1])
  }

  @Test func labelsOfAnArrayMayBeNames() throws {
    let rows = npy([3, 2], .float32([0.75, 0.25, 0.5, 0.5, 0.125, 0.875]))
    let files = ["labels.npy": npy([3, 1], .texts(["owl", "emu", "owl"])), "predictions.npy": rows]
    let sorted = try read(files)
    #expect(sorted.data.description.classNames == ["emu", "owl"] && sorted.data.labels == [1, 0, 1])
    #expect(sorted.data.notes == ["the classes are in the order of their names"])
    // The order that is given is that of the columns.
    for name in ["n.txt", "class_names.txt"] {
      let given = try read(
        files.merging([name: Array("owl\nemu\n".utf8)]) { $1 }, classes: name == "n.txt" ? name : nil)
      #expect(given.data.description.classNames == ["owl", "emu"] && given.data.labels == [0, 1, 0])
      #expect(given.data.notes.isEmpty && given.predictions?.probabilities == [0.75, 0.25, 0.5, 0.5, 0.125, 0.875])
    }
  }

  /// A class that was never the true one may have been predicted.
  @Test func predictionsMayBeNames() throws {
    let both = try read([
      "y_true.npy": npy([3], .texts(["owl", "emu", "owl"])), "y_pred.npy": npy([3], .texts(["cat", "emu", "owl"])),
    ])
    #expect(both.data.description.classNames == ["cat", "emu", "owl"] && both.data.labels == [2, 1, 2])
    #expect(both.predictions?.classes == [0, 1, 2])
    let lines = try read([
      "y_true.txt": Array("label\nred panda\nowl\n".utf8), "y_pred.txt": Array("owl\nowl".utf8),
    ])
    #expect(lines.data.description.classNames == ["owl", "red panda"] && lines.data.labels == [1, 0])
    #expect(lines.predictions?.classes == [0, 0])
    #expect(throws: FormatError.self) {
      try read(["y_true.npy": npy([2], .uint8([0, 1])), "y_pred.npy": npy([2], .texts(["a", "b"]))])
    }
  }

  @Test func namesBesideNumbersAreTheirs() throws {
    let files = ["labels.npy": npy([2], .uint8([1, 0])), "preds.npy": npy([2, 2], .float32([1, 0, 0.5, 0.5]))]
    let named = try read(files.merging(["classes.npy": npy([2], .texts(["owl", "emu"]))]) { $1 })
    #expect(named.data.description.classNames == ["owl", "emu"] && named.data.labels == [1, 0])
    // Names of another number of classes are not of these.
    let other = try read(files.merging(["classes.npy": npy([3], .texts(["a", "b", "c"]))]) { $1 })
    #expect(other.data.description.classNames == ["0", "1"])
  }

  @Test func labelsMayHaveATitle() throws {
    let files = [
      "y_true.csv": Array(",label\n0,owl\n1,emu\n".utf8), "y_pred.csv": Array("prediction\nemu\nemu\n".utf8),
    ]
    let read = try read(files)
    #expect(read.data.description.classNames == ["emu", "owl"] && read.data.labels == [1, 0])
    #expect(read.predictions?.classes == [0, 0])
  }
}
