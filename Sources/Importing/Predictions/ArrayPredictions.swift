import Files
import FileFormats

/// Predictions as an array in a file of their own, `predictions.npy`, `y_pred.npy` or `logits.txt`: numbers of the shape
/// [test samples, classes], class numbers of [test samples], or the single output of a network for two classes.
enum ArrayPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    file.canBeArray && ArrayRole(name: file.stem) == .predictions && !UntitledColumns.areIn(file)
  }

  static func read(_ file: ModelFile) throws -> PredictedSamples? {
    try samples(of: file.array(), file: file.path.string)
  }

  /// Tells from its elements and shape what an array of predictions holds.
  static func samples(of array: consuming NPYArray, file: String) throws(FormatError) -> PredictedSamples {
    let shape = array.sampleShape
    let (typeName, wholeShape) = (array.elements.typeName, array.shape)
    let unknown = FormatError(
      .read, format: "array", file: file, at: .field("shape"),
      problem: "it holds \(typeName) of the shape \(wholeShape), not numbers of the shape [test samples, classes], or "
        + "classes of [test samples]",
      advice: "Save probabilities or logits as float32, or the predicted classes, such as predictions.argmax(axis=1)")
    guard shape.count == 1 || shape.count == 2, shape.last != 0 else { throw unknown }
    if shape.count == 1, case .texts(let texts) = array.elements {
      let read = ClassTexts(texts)
      var samples = PredictedSamples(values: .classes(read.classes), file: file, format: "array")
      samples.classNames = read.names
      return samples
    }
    if shape.count == 1 {
      if let classes = array.integers ?? array.wholeNumbers {
        var samples = PredictedSamples(values: .classes(classes), file: file, format: "array")
        if samples.areSigns { samples.notes = ["the predicted classes -1 and 1 are classes 0 and 1"] }
        return samples
      }
      guard let outputs = (consume array).takeFloats() else { throw unknown }
      return try PredictedSamples(outputs: outputs, file: file)
    }
    if let integers = array.integers {
      if let classes = oneHotClasses(integers, columns: shape[1]) {
        return PredictedSamples(values: .classes(classes), file: file, format: "array")
      }
      guard let percent = PredictedSamples(percent: integers, columns: shape[1], file: file) else { throw unknown }
      return percent
    }
    guard let numbers = (consume array).takeFloats() else { throw unknown }
    return try PredictedSamples(rows: numbers, columns: shape[1], file: file, format: "array")
  }
}

extension NPYArray {
  /// The shape without the dimensions of 1 that layers leave after the first.
  var sampleShape: [Int] { shape.isEmpty ? [] : [shape[0]] + shape.dropFirst().filter { $0 != 1 } }

  /// The elements as integers if they are floating-point numbers without a fraction, as `numpy.loadtxt` and pandas give
  /// class numbers.
  var wholeNumbers: [Int]? {
    switch elements {
    case .float32(let values): Self.whole(values)
    case .float64(let values): Self.whole(values)
    default: nil
    }
  }

  private static func whole(_ values: [some BinaryFloatingPoint]) -> [Int]? {
    var numbers: [Int] = []
    for value in values {
      guard let number = Int(exactly: value) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}

/// The classes of rows that hold a single 1 and otherwise zeros; nil if a row holds something else.
func oneHotClasses(_ numbers: [Int], columns: Int) -> [Int]? {
  var classes: [Int] = []
  for start in stride(from: 0, to: numbers.count, by: columns) {
    let row = numbers[start..<start + columns]
    guard let place = row.firstIndex(of: 1), row.allSatisfy({ $0 == 0 || $0 == 1 }), row.count(where: { $0 == 1 }) == 1
    else { return nil }
    classes.append(place - start)
  }
  return classes
}
