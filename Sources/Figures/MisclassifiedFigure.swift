import NumberText
import Plotting
import RunRecords

/// Figure 04: the first test samples that the featured model got wrong, four rows of five.
struct MisclassifiedFigure: FigureContent {
  static let id: FigureID = "04_misclassified_examples"
  static let section = ReportSection.examples
  static let images = [ImageRequest(samples: .misclassified, count: AnswerExamples.maximumSamples)]

  /// Test samples that the model got wrong, those that are not shown included.
  var misclassified: Int
  var examples: AnswerExamples

  enum CodingKeys: CodingKey { case misclassified }

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    let run = evaluated.run
    let (labels, predictions) = try run.answers()
    misclassified = zip(labels, predictions.classes).count { $0 != $1 }
    examples = try AnswerExamples(of: run, run.record.figures.misclassified)
    guard !examples.samples.isEmpty else {
      throw MissingData(
        misclassified == 0 ? "\(examples.model) misclassified nothing" : "no misclassified images were saved")
    }
  }

  init(from decoder: any Decoder) throws {
    misclassified = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .misclassified)
    examples = try AnswerExamples(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(misclassified, forKey: .misclassified)
    try examples.encode(to: encoder)
  }

  func check() throws(MissingData) { try examples.check() }

  func drawing(_ look: FigureLook) -> Figure {
    examples.drawing(
      look, name: "Misclassified Examples", title: "Misclassified Examples (First 20)", headline: "Misclassified",
      total: "\(grouped(misclassified)) errors", shows: "true → predicted class",
      altText: "\(misclassified) test samples that \(examples.model) misclassified", captionColor: look.colors.wrong,
      captions: examples.wrongCaptions(look))
  }
}
