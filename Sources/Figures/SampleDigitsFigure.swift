import NumberText
import Plotting
import RunRecords

/// Figure 01: training samples with their labels, three rows of five.
struct SampleDigitsFigure: FigureContent {
  static let id: FigureID = "01_sample_digits"
  static let section = ReportSection.trainingData
  static let images = [ImageRequest(samples: .training, count: maximumSamples)]

  /// A training sample under the name of its class.
  struct Sample: Codable, Sendable, Equatable {
    var label: String
    var image: ShownImage
  }

  /// The most samples that it shows.
  static let maximumSamples = 15

  /// Samples in the whole training set; nil if not known.
  var trainingSamples: Int?
  var samples: [Sample] = []
  /// What the samples are called; nil for digits.
  var words: SampleWords?

  enum CodingKeys: String, CodingKey {
    case samples, words
    case trainingSamples = "training_samples"
  }

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    let run = evaluated.run
    trainingSamples = run.record.dataset.trainingSamples
    words = run.record.dataset.words.unlessDigits
    for sample in run.record.figures.samples.prefix(Self.maximumSamples) {
      samples.append(Sample(label: run.className(sample.label), image: try run.image(sample.image)))
    }
    guard !samples.isEmpty else { throw MissingData("no training samples were saved") }
  }

  func check() throws(MissingData) {
    guard (1...Self.maximumSamples).contains(samples.count) else {
      throw MissingData("there are \(samples.count) samples, not 1 to \(Self.maximumSamples)")
    }
    for sample in samples { try sample.image.check() }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let style = look.style.samples
    let caption = look.style.captions.sample
    let room = CaptionRoom(style, look, for: samples.map { caption($0.label.onOneLine) })
    let labels = samples.map(\.label).shortened { room.holds(caption($0)) }
    let title = (words ?? .digits).trainingTitle
    let all = trainingSamples.map { "of \(grouped($0)) " } ?? ""
    return ImageGrid(
      name: title,
      altText: "\(samples.count) training samples with their labels: \(labels.joined(separator: ", ")).",
      heading: FigureHeading(
        title: title, headline: "Training samples",
        subtitle: "\(samples.count) \(all)images, each under its label"),
      examples: zip(samples, labels).map { sample, label in
        ImageGrid.Example(image: sample.image.image, caption: caption(label))
      }, style: style, room: room, look: look
    ).figure
  }
}
