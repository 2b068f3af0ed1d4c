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
  /// What the samples are called; nil for digits.
  var words: SampleWords?

  enum CodingKeys: String, CodingKey {
    case model, samples, words
    case testSamples = "test_samples"
  }

  /// Takes the samples of a selection; there may be none.
  init(of run: SavedRun, _ selection: [FigureSelection.Prediction]) throws(MissingData) {
    model = run.record.featuredModel
    testSamples = try run.answers().labels.count
    samples = try run.shown(Array(selection.prefix(Self.maximumSamples)))
    words = run.record.dataset.words.unlessDigits
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
  ///   - captions: the words over each sample, and the room that they have.
  func drawing(
    _ look: FigureLook, name: String, title: String, headline: String, total: String, shows: String, altText: String,
    captionColor: Color?, captions: (words: [String], room: CaptionRoom)
  ) -> Figure {
    let style = look.style.answers
    let examples = zip(samples, captions.words).map { ImageGrid.Example($0, caption: $1, style.confidence) }
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
      examples: examples, style: style, room: captions.room, captionColor: captionColor, look: look
    ).figure
  }
}

extension AnswerExamples {
  /// The captions of right answers: the class, cut to the room it has.
  func rightCaptions(_ look: FigureLook) -> (words: [String], room: CaptionRoom) {
    func caption(_ label: String) -> String { look.style.captions.right(label, words ?? .digits) }
    let room = CaptionRoom(look.style.answers, look, for: samples.map { caption($0.label.onOneLine) })
    return (samples.map(\.label).shortened { room.holds(caption($0)) }.map(caption), room)
  }

  /// The captions of wrong answers: the true and the predicted class, below each other if one line has no room for both.
  func wrongCaptions(_ look: FigureLook) -> (words: [String], room: CaptionRoom) {
    let captions = look.style.captions
    let room = CaptionRoom(
      look.style.answers, look,
      for: samples.flatMap { [captions.actual($0.label.onOneLine), captions.predicted($0.predicted.onOneLine)] })
    let names = samples.flatMap { [$0.label, $0.predicted] }
      .shortened { room.holds(captions.actual($0)) && room.holds(captions.predicted($0)) }
    let words = samples.enumerated().map { index, sample in
      let (actual, predicted) = (captions.actual(names[2 * index]), captions.predicted(names[2 * index + 1]))
      let note = look.style.answers.confidence.isBeside ? sample.percentage : nil
      let line = actual + captions.joint + predicted
      return room.holds(line, beside: note) ? line : actual + "\n" + predicted
    }
    return (words, room)
  }
}
