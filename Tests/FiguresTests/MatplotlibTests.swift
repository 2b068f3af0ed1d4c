import Foundation
import Images
import PictureSupport
import Plotting
import PlottingTesting
import RunRecords
import TestSupport
import Testing

@testable import Figures

/// The five figures of the original style held against those of matplotlib 3.10.8 and seaborn, which `Matplotlib/draw.py` drew
/// from the same run.
@Suite struct MatplotlibTests {
  @Test(arguments: FigureCatalogue.standard)
  func aFigureIsThatOfMatplotlib(figure: any FigureContent.Type) throws {
    // The least similar figure of another run had 1.0, 0.999 and 2.3, to as many digits.
    try expect(figure, of: arithmeticRun(), isLike: "\(figure.id)") {
      $0.mean >= 0.9995 && $0.worstTile >= 0.9985 && $0.ink < 2.35
    }
  }

  /// Histories of which the original drew none: matplotlib draws the same with the marks that explain them.
  @Test(arguments: ["02_gaps", "02_one_epoch", "02_bands", "02_steps"])
  func otherHistoriesAreThoseOfMatplotlib(name: String) throws {
    // matplotlib moves symbols to whole pixels, which shows in their tiles.
    let hasSymbols = ["02_gaps", "02_one_epoch"].contains(name)
    try expect(TrainingComparisonFigure.self, of: try otherRun(name), isLike: name) {
      hasSymbols
        ? $0.mean >= 0.9992 && $0.worstTile >= 0.97 && $0.ink < 17
        : $0.mean >= 0.9995 && $0.worstTile >= 0.9985 && $0.ink < 2.35
    }
  }

  private func expect(
    _ figure: any FigureContent.Type, of run: SavedRun, isLike name: String, _ isSimilar: (PictureSimilarity) -> Bool
  ) throws {
    let ours = try RGBImage(png: FigureData(figure, of: run).png(FigureLook(), dpi: 150, embedsData: false))
    let theirs = try RGBImage(png: Array(Data(contentsOf: pathBesideTest("Matplotlib/\(name).png"))))
    let similarity = PictureSimilarity(ours, to: theirs)
    if !(similarity.map(isSimilar) ?? false) {
      let pictures = try PictureComparison(ours, to: theirs).writeDifference(named: "\(name)-matplotlib")
      Issue.record("\(similarity.map { "\($0)" } ?? "no similarity"); \(pictures)")
    }
  }
}

/// The run whose figure 02 `Matplotlib/draw.py` draws under this name.
private func otherRun(_ name: String) throws -> SavedRun {
  var run = arithmeticRun()
  for index in run.models.indices {
    let series = try #require(run.models[index].record.history).series
    func history(_ change: (String, [Double]) -> TrainingHistory.Series) -> TrainingHistory {
      TrainingHistory(series: Dictionary(uniqueKeysWithValues: series.map { ($0, change($0, $1.values)) }))
    }
    let isCNN = run.models[index].record.name == "CNN"
    switch name {
    case "02_gaps":
      run.models[index].record.history = history { name, values in
        TrainingHistory.Series(
          perEpoch: values.enumerated().map { place, value in
            switch (name, isCNN) {
            case ("loss", false): place == 3 ? .nan : place == 6 ? .infinity : value
            case ("val_loss", true): place.isMultiple(of: 2) ? .nan : value
            default: value
            }
          })
      }
    case "02_one_epoch":
      run.models[index].record.history = history { TrainingHistory.Series(perEpoch: Array($1.prefix(1))) }
    case "02_bands":
      run.models[index].record.historySD = history { _, values in
        TrainingHistory.Series(perEpoch: values.indices.map { 0.08 / (1 + Double($0)) })
      }
    default:
      let steps = (1...10).map { 50 * Double($0) }
      var bySteps = history { TrainingHistory.Series(.step, positions: steps, values: $1) }
      bySteps["learning_rate"] = TrainingHistory.Series(
        .step, positions: steps, values: (0..<10).map { 0.01 * (1 - Double($0) / (isCNN ? 10 : 20)) })
      run.models[index].record.history = bySteps
    }
  }
  return run
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
        name: "MNIST", trainingSamples: nil, validationSamples: nil, testSamples: labels.count,
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
