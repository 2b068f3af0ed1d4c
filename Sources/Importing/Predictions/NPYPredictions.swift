import Files
import FileFormats

/// `predictions.npy`: floats of the shape [test samples, classes], or integers of [test samples].
enum NPYPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool { file.name == ModelLayout.Names.predictions }

  static func read(_ file: ModelFile) throws -> PredictedSamples {
    try read(file.contents(.npy), file: file.path.string)
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> PredictedSamples {
    let array = try NPY.read(bytes, file: file)
    let values: PredictedSamples.Values
    if array.shape.count == 2, array.shape[1] > 0, let numbers = array.floats {
      values = .numbers(numbers, columns: array.shape[1])
    } else if array.shape.count == 1 || (array.shape.count == 2 && array.shape[1] == 1), let classes = array.integers {
      // A last dimension of 1 is what argmax leaves with keepdims.
      values = .classes(classes)
    } else {
      throw FormatError(
        .read, format: ".npy", file: file, at: .field("shape"),
        problem: "it holds \(array.elements.typeName) of the shape \(array.shape), not floats of the shape "
          + "[test samples, classes], or integers of [test samples]",
        advice:
          "Save probabilities or logits as float32, or the predicted classes, such as predictions.argmax(axis=1)")
    }
    return PredictedSamples(values: values, file: file, format: ".npy")
  }
}
