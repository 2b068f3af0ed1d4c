import NumberText
import Plotting
import RunRecords

/// Figure 05: the first test samples that the featured model got right, four rows of five.
struct CorrectPredictionsFigure: FigureContent {
  static let id: FigureID = "05_correct_predictions"
  static let section = ReportSection.examples
  static let images = [ImageRequest(samples: .correct, count: AnswerExamples.maximumSamples)]

  /// Test samples that the model got right, those that are not shown included.
  var correct: Int
  var examples: AnswerExamples

  enum CodingKeys: CodingKey { case correct }

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    let run = evaluated.run
    let (labels, predictions) = try run.answers()
    correct = zip(labels, predictions.classes).count { $0 == $1 }
    examples = try AnswerExamples(of: run, run.record.figures.correct)
    guard !examples.samples.isEmpty else {
      throw MissingData(
        correct == 0 ? "\(examples.model) got nothing right" : "no correctly classified images were saved")
    }
  }

  init(from decoder: any Decoder) throws {
    correct = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .correct)
    examples = try AnswerExamples(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(correct, forKey: .correct)
    try examples.encode(to: encoder)
  }

  func check() throws(MissingData) { try examples.check() }

  func drawing(_ look: FigureLook) -> Figure {
    examples.drawing(
      look, name: "Correctly Classified Examples", title: "Correctly Classified Examples",
      headline: "Correctly classified", total: "\(grouped(correct)) right answers", shows: "class",
      altText: "\(correct) test samples that \(examples.model) got right", captionColor: look.colors.right,
      captions: examples.rightCaptions(look))
  }
}
