import Plotting
import RunRecords

extension SavedRun {
  /// The true classes of the test samples and what the featured model answered, as many of one as of the other.
  func answers() throws(MissingData) -> (labels: [Int], predictions: Predictions) {
    guard let predictions = featuredPredictions, predictions.count > 0 else {
      throw MissingData("no predictions of \(record.featuredModel)")
    }
    guard let labels, !labels.isEmpty else { throw MissingData("no test labels") }
    guard labels.count == predictions.count else {
      throw MissingData("\(labels.count) test labels but \(predictions.count) predictions of \(record.featuredModel)")
    }
    for (sample, (label, answer)) in zip(labels, predictions.classes).enumerated() where label < 0 || answer < 0 {
      throw MissingData("test sample \(sample) has class \(min(label, answer))")
    }
    return (labels, predictions)
  }

  /// The test samples of figure 04 or 05 that can be shown: a row of `images.npy` and a position in the test set.
  func examples(
    _ selection: [FigureSelection.Prediction], caption: (_ label: String, _ predicted: String) -> String
  ) throws(MissingData) -> [ImageGrid.Example] {
    let (labels, predictions) = try answers()
    var examples: [ImageGrid.Example] = []
    for choice in selection.prefix(20) {
      guard labels.indices.contains(choice.index) else {
        throw MissingData("test sample \(choice.index) is missing: there are \(labels.count)")
      }
      var words = caption(className(labels[choice.index]), className(predictions.classes[choice.index]))
      if let confidence = predictions.confidence(of: choice.index) {
        // In single precision, as NumPy multiplies float32 by a number.
        words += "\nConf: \(fixedPoint(Double(confidence * 100), decimals: 1))%"
      }
      examples.append(ImageGrid.Example(image: try image(choice.image), caption: words))
    }
    return examples
  }
}
