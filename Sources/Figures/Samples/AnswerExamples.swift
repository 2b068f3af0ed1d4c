import NumberText
import Plotting
import RunRecords

/// Test samples with what the featured model took them for: what figures 04 and 05 show.
struct AnswerExamples: Codable, Sendable, Equatable {
  /// The most that a figure shows.
  static let maximumSamples = 20

  var model: String
  var testSamples: Int
  var samples: [ShownAnswer]

  enum CodingKeys: String, CodingKey {
    case model, samples
    case testSamples = "test_samples"
  }

  /// Takes the samples of a selection; there may be none.
  init(of run: SavedRun, _ selection: [FigureSelection.Prediction]) throws(MissingData) {
    model = run.record.featuredModel
    testSamples = try run.answers().labels.count
    samples = try run.shown(Array(selection.prefix(Self.maximumSamples)))
  }

  func check() throws(MissingData) {
    guard (1...Self.maximumSamples).contains(samples.count) else {
      throw MissingData("there are \(samples.count) samples, not 1 to \(Self.maximumSamples)")
    }
    for sample in samples { try sample.image.check() }
  }

  /// The figure of the samples.
  ///
  /// - Parameters:
  ///   - headline: the title if a subtitle follows, but for the model's name.
  ///   - total: how many there are in all, as in `91 errors`.
  ///   - altText: how many there are in all and of what, as in `91 test samples that CNN misclassified`.
  func drawing(
    _ look: FigureLook, name: String, title: String, headline: String, total: String, shows: String, altText: String,
    captionColor: Color?, caption: (ShownAnswer) -> String
  ) -> Figure {
    let style = look.style.answers
    let examples = samples.map { ImageGrid.Example($0, caption: caption($0), style.confidence) }
    let showConfidence = samples.contains { $0.confidence != nil }
    return ImageGrid(
      name: name,
      altText: "\(samples.count) of the \(altText). \(examples.map(\.words).joined(separator: "; ")).",
      heading: FigureHeading(
        title: title, headline: "\(headline) by \(model.shortened(to: 32))",
        subtitle: """
          \(samples.count) of \(total) on \(grouped(testSamples)) test samples: \(shows)\
          \(showConfidence ? ", confidence" : "")
          """),
      examples: examples, style: style, captionColor: captionColor, look: look
    ).figure
  }
}
