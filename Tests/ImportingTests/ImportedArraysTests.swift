import FileFormats
import Images
import TestSupport
import Testing

@testable import Importing
@testable import RunRecords

/// The arrays that lie in a model's folder: predictions, labels and images.
@Suite struct ImportedArraysTests {
  private let dataset = RunRecord.Dataset(
    name: "shapes", trainingSamples: nil, validationSamples: nil, testSamples: 2, classNames: ["circle", "square"])

  private func npy(_ shape: [Int], _ elements: NPYArray.Elements) -> [UInt8] {
    NPY.write(NPYArray(shape: shape, elements: elements))
  }

  private func problem(_ read: () throws(FormatError) -> some Any) -> String? {
    do throws(FormatError) {
      _ = try read()
      return nil
    } catch {
      return error.problem
    }
  }

  private func samples(_ bytes: [UInt8]) throws(FormatError) -> PredictedSamples {
    try ArrayPredictions.samples(of: NPY.read(bytes, file: "predictions.npy"), file: "predictions.npy")
  }

  private func numbering(_ bytes: [UInt8]) throws(FormatError) -> ClassNumbering {
    try ClassNumbering(of: TrueClasses(labels: [0], file: "labels.npy"), predicted: [samples(bytes)], names: nil)
  }

  /// A class' number costs memory in the tables that count them, whatever the file's size.
  @Test func absurdClassesAreRefused() throws {
    let most = RunRecord.Dataset.maximumClasses
    func count(_ bytes: [UInt8]) -> String? { problem { () throws(FormatError) in try numbering(bytes) } }
    #expect(count(npy([2], .int64([0, Int64(most) - 1]))) == nil)
    #expect(count(npy([2], .int64([0, Int64(most)]))) == "it names a class 1000, and there may be 1000 classes")
    #expect(count(npy([1], .int64([.max])))?.contains("it names a class 9223372036854775807") == true)
    #expect(count(npy([0, 1 << 60], .float32([])))?.contains("there may be 1000 classes") == true)
    #expect(
      problem { () throws(FormatError) in
        try TrueClasses(NPY.read(npy([2], .int64([0, .max])), file: "labels.npy"), file: "labels.npy")
      } == "9223372036854775807 is no class' number: there may be 1000")
  }

  @Test func mutantsAreReadOrRefused() {
    let words = ["(", "0, ", "9223372036854775807, "]
    for predictions in [npy([2, 2], .float32([0.25, 0.75, 1, 0])), npy([2], .int64([0, 1]))] {
      let outcome = mutate(predictions, words: words, file: "predictions.npy") { bytes throws(FormatError) in
        _ = try numbering(bytes)
        return try samples(bytes).predictions(testedOn: dataset)
      }
      #expect(outcome.refused > 1000 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
    }
    let labels = mutate(npy([2], .uint8([0, 1])), words: words, file: "labels.npy") { bytes throws(FormatError) in
      try TrueClasses(NPY.read(bytes, file: "labels.npy"), file: "labels.npy")
    }
    #expect(labels.refused > 1000 && labels.read > 1 && labels.unclear.isEmpty, "\(labels)")
    let images = npy([2, 2, 1], .float64([0, 1, 0.5, 0.25]))
    let outcome = mutate(images, words: words, file: "images.npy") { bytes throws(FormatError) in
      try ImageSet.importing(NPY.read(bytes, file: "images.npy"), file: "images.npy", count: 2).images
    }
    #expect(outcome.refused > 1000 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
