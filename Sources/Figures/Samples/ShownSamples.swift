import FoundationEssentials
import NumberText
import Plotting
import RunRecords

/// An image as a figure shows it, grey or in colour.
struct ShownImage: Codable, Sendable, Equatable {
  var height: Int
  var width: Int
  /// 3 for red, green and blue; nil, or 1, for grey.
  var channels: Int?
  /// Row by row, one byte per channel: 0 is black, 255 full brightness; JSON has them in base64.
  var pixels: Data

  var image: Image {
    Image(width: width, height: height, pixels: pixels, channels: channels == 3 ? .rgb : .grey)
  }

  /// Whether it is too tall to be drawn at the width of others.
  var isTall: Bool { Double(height) > ImageGrid.tallest * Double(width) }

  func check() throws(MissingData) {
    let channels = channels ?? 1
    guard channels == 1 || channels == 3 else { throw MissingData("an image has \(channels) channels, not 1 or 3") }
    guard height > 0, width > 0, pixels.count == byteCount else {
      let size = "\(height) x \(width)" + (channels == 1 ? "" : " x \(channels)")
      throw MissingData("\(pixels.count) bytes are not the pixels of an image of \(size)")
    }
  }

  /// The bytes that an image of this size takes; nil if no integer can hold their number.
  private var byteCount: Int? {
    let (area, areaOverflows) = height.multipliedReportingOverflow(by: width)
    let (count, overflows) = area.multipliedReportingOverflow(by: channels ?? 1)
    return areaOverflows || overflows ? nil : count
  }
}

/// A test sample that figure 04 or 05 shows.
struct ShownAnswer: Codable, Sendable, Equatable {
  /// The name of the true class.
  var label: String
  /// The name of the class that the model took it for.
  var predicted: String
  /// The probability that the model gave that class, 0 to 1; nil if it is not known.
  var confidence: Float?
  var image: ShownImage

  /// The probability in percent, as NumPy multiplies float32 by a number: in single precision.
  var percentage: String? {
    confidence.map { "\(fixedPoint(Double($0 * 100), decimals: 1))%" }
  }
}

extension SavedRun {
  /// The true classes of the test samples and what the featured model answered, as many of one as of the other.
  func answers() throws(MissingData) -> (labels: [Int], predictions: Predictions) {
    guard let predictions = featuredPredictions, predictions.count > 0 else {
      let reason = "no predictions of \(record.featuredModel)"
      throw MissingData(
        featured?.record.validation == nil ? reason : reason + ", for the run leaves the test set alone")
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
  func shown(_ selection: [FigureSelection.Prediction]) throws(MissingData) -> [ShownAnswer] {
    let (labels, predictions) = try answers()
    var shown: [ShownAnswer] = []
    for choice in selection {
      guard labels.indices.contains(choice.index) else {
        throw MissingData("test sample \(choice.index) is missing: there are \(labels.count)")
      }
      shown.append(
        ShownAnswer(
          label: className(labels[choice.index]), predicted: className(predictions.classes[choice.index]),
          confidence: predictions.confidence(of: choice.index), image: try image(choice.image)))
    }
    return shown
  }

  /// The image in a row of `images.npy`.
  func image(_ row: Int) throws(MissingData) -> ShownImage {
    guard let images else { throw MissingData("no images") }
    guard row >= 0, row < images.count, images.width > 0, images.height > 0 else {
      throw MissingData("image \(row) is missing: there are \(images.count) images")
    }
    return ShownImage(
      height: images.height, width: images.width, channels: images.channels == 1 ? nil : images.channels,
      pixels: Data(images[row]))
  }

  /// The name of a class; its number where it has none.
  func className(_ index: Int) -> String {
    let names = record.dataset.classNames
    return names.indices.contains(index) ? names[index] : "\(index)"
  }
}
