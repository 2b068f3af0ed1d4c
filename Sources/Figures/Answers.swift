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
    _ selection: [FigureSelection.Prediction], _ look: FigureLook,
    caption: (_ label: String, _ predicted: String) -> String
  ) throws(MissingData) -> [ImageGrid.Example] {
    let (labels, predictions) = try answers()
    var examples: [ImageGrid.Example] = []
    for choice in selection.prefix(20) {
      guard labels.indices.contains(choice.index) else {
        throw MissingData("test sample \(choice.index) is missing: there are \(labels.count)")
      }
      var words = caption(className(labels[choice.index]), className(predictions.classes[choice.index]))
      var note: String?
      if let confidence = predictions.confidence(of: choice.index) {
        // In single precision, as NumPy multiplies float32 by a number.
        let percentage = "\(fixedPoint(Double(confidence * 100), decimals: 1))%"
        if look.style == .clean { note = percentage } else { words += "\nConf: \(percentage)" }
      }
      examples.append(ImageGrid.Example(image: try image(choice.image), caption: words, note: note))
    }
    return examples
  }
}

extension ImageGrid.Example {
  /// Caption and note on one line.
  var words: String { ([caption.replacing("\n", with: ", ")] + (note.map { [$0] } ?? [])).joined(separator: ", ") }
}
