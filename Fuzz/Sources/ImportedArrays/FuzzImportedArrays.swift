@testable import Importing
@testable import RunRecords
@testable import Images
import FuzzDriver

/// Reads what lies in a model's folder, predictions, labels and images, as .npy: values or errors, and nothing else.
@main enum FuzzImportedArrays {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? ImportedTestSet.labels(npy: bytes, file: "fuzz")
      _ = try? ImageSet(importing: bytes, file: "fuzz", count: 4)
      _ = try? CSVPredictions.read(bytes, file: "fuzz")
      guard let predicted = try? NPYPredictions.read(bytes, file: "fuzz"), let classes = try? predicted.classCount()
      else { return 0 }
      let dataset = RunRecord.Dataset(
        name: "fuzz", trainingSamples: nil, validationSamples: nil, testSamples: nil,
        classNames: (0..<classes).map(String.init))
      _ = try? predicted.predictions(testedOn: dataset)
      return 0
    }
  }
}
