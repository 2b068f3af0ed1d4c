import Foundation
import Images
import Plotting
import RunRecords
import TestSupport
import Testing

@testable import Figures

/// The five figures of the original style held against those of matplotlib 3.10.8 and seaborn, which `Matplotlib/draw.py` drew
/// from the same run.
@Suite struct MatplotlibTests {
  @Test(arguments: FigureCatalogue.standard)
  func aFigureIsThatOfMatplotlib(figure: any FigureContent.Type) throws {
    let ours = try RGBImage(png: FigureData(figure, of: arithmeticRun()).png(FigureLook(), dpi: 150, embedsData: false))
    let file = pathBesideTest("Matplotlib/\(figure.id).png")
    let theirs = try RGBImage(png: Array(Data(contentsOf: file)))
    let similarity = PictureSimilarity(ours, to: theirs)
    // The least similar figure of another run had 1.0, 0.999 and 2.3, to as many digits.
    let isSimilar = similarity.map { $0.mean >= 0.9995 && $0.worstTile >= 0.9985 && $0.ink < 2.35 } ?? false
    if !isSimilar {
      let pictures = try PictureComparison(ours, to: theirs).writeFailure(named: "\(figure.id)-matplotlib")
      Issue.record("\(similarity.map { "\($0)" } ?? "no similarity"); \(pictures)")
    }
  }
}

/// The run that `Matplotlib/draw.py` draws: 400 test samples of ten classes, of which the CNN misclassifies every thirteenth.
private func arithmeticRun() -> SavedRun {
  let indices = Array(0..<400)
  let labels = indices.map { $0 % 10 }
  let answers = indices.map { $0 % 13 == 5 ? (labels[$0] + 1 + $0 % 3) % 10 : labels[$0] }
  let probabilities = indices.flatMap { index in
    let confidence = Float(501 + index * 37 % 490) / 1000
    return (0..<10).map { $0 == answers[index] ? confidence : (1 - confidence) / 9 }
  }
  let wrong = indices.filter { answers[$0] != labels[$0] }.prefix(20)
  let right = indices.filter { answers[$0] == labels[$0] }.prefix(20)
  let shown = Array(0..<15) + wrong + right
  /// Falls from `start` towards 0.
  func curve(_ start: Double, _ speed: Double) -> [Double] { (0..<10).map { start / (1 + speed * Double($0)) } }
  return SavedRun(
    record: RunRecord(
      generator: "test",
      dataset: RunRecord.Dataset(
        name: "Numbers", trainingSamples: nil, validationSamples: nil, testSamples: labels.count,
        classNames: (0..<10).map(String.init)),
      featuredModel: "CNN",
      figures: FigureSelection(
        samples: (0..<15).map { FigureSelection.Sample(image: $0, index: $0, label: labels[$0]) },
        misclassified: wrong.enumerated().map { FigureSelection.Prediction(image: 15 + $0, index: $1) },
        correct: right.enumerated().map { FigureSelection.Prediction(image: 35 + $0, index: $1) })),
    labels: labels,
    images: ImageSet(count: shown.count, height: 28, width: 28, pixels: shown.flatMap(picture)),
    models: [
      SavedModel(
        record: ModelRecord(
          name: "Simple NN",
          history: TrainingHistory(
            loss: curve(0.8, 0.5), accuracy: curve(0.4, 0.5).map { 1 - $0 }, validationLoss: curve(0.7, 0.25),
            validationAccuracy: curve(0.3, 0.25).map { 1 - $0 }))),
      SavedModel(
        record: ModelRecord(
          name: "CNN",
          history: TrainingHistory(
            loss: curve(0.5, 1), accuracy: curve(0.2, 1).map { 1 - $0 }, validationLoss: curve(0.4, 0.75),
            validationAccuracy: curve(0.15, 0.75).map { 1 - $0 })),
        predictions: Predictions(probabilities: probabilities, classCount: 10)),
    ])
}

private func picture(_ index: Int) -> [UInt8] {
  (0..<28).flatMap { row in
    (0..<28).map { column in UInt8((row / 4 * (index % 5 + 1) + column / 4 * 3 + index) % 8 * 36) }
  }
}
