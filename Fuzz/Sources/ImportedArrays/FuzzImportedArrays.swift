@testable import FileFormats
@testable import Importing
@testable import RunRecords
@testable import Images
import FuzzDriver

/// Reads what lies in a model's folder, predictions, labels and images, in all forms: values or errors, and nothing else.
@main enum FuzzImportedArrays {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      _ = try? CSVPredictions.read(bytes, file: "fuzz")
      _ = try? JSONPredictions.read(bytes, file: "fuzz")
      _ = try? NumberTable.array(in: bytes, file: "fuzz")
      _ = try? NestedList.array(in: bytes, file: "fuzz")
      guard let array = try? NPY.read(bytes, file: "fuzz") else { return 0 }
      _ = try? ImageSet.importing(array, file: "fuzz", count: 4)
      _ = try? ImportedMatrix(array, file: "fuzz")
      let truth = (try? TrueClasses(array, file: "fuzz")) ?? TrueClasses(labels: [0], file: "fuzz")
      guard let predicted = try? ArrayPredictions.samples(of: array, file: "fuzz"),
        let numbering = try? ClassNumbering(of: truth, predicted: [predicted], names: nil)
      else { return 0 }
      let dataset = RunRecord.Dataset(classNames: numbering.names)
      _ = try? predicted.predictions(testedOn: dataset, countingFrom: numbering.first)
      return 0
    }
  }
}
