import Foundation
import Images
import PictureSupport
import PlottingTesting
import RunRecords
import TestSupport
import Testing

@testable import Figures

/// The five figures in every look, held against pictures that were looked at: alignment, contrast, spacing.
///
/// After a change, `UPDATE_FIGURES=1 swift test --filter GoldenTests` writes them anew. Look at each one before it is
/// committed.
@Suite struct GoldenTests {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_FIGURES"] == "1"

  @Test(arguments: looks, FigureCatalogue.all)
  func aFigureLooksAsItDidWhenLookedAt(look: FigureLook, figure: any FigureContent.Type) throws {
    let drawn = try FigureData(figure, of: shapesRun()).png(look, dpi: 60, embedsData: false)
    let golden = GoldenPicture(
      pathBesideTest("Golden/\(figure.id)-\(look.style.name)-\(look.page).png").path, tolerance: .golden)
    #expect(try golden.difference(from: drawn, isUpdating: Self.isUpdating) == nil)
  }
}

/// A run of three models on four classes of shapes, all of it arithmetic: 40 test samples a class, of which the CNN takes
/// some for another class.
private func shapesRun() -> SavedRun {
  let classes = ["0", "1", "+", "×"]
  let labels = (0..<160).map { $0 % 4 }
  // Every 11th sample is taken for the next class, every 40th for the one after, and a quarter of class 1 for class 2.
  let answers = labels.enumerated().map { index, label in
    (label + (index % 11 == 5 ? 1 : 0) + (index % 40 == 3 ? 2 : 0) + (index % 16 == 1 ? 1 : 0)) % 4
  }
  let probabilities = answers.enumerated().flatMap { index, answer in
    let confidence = Float(0.5 + Double(index * 37 % 50) / 100)
    return classes.indices.map { $0 == answer ? confidence : (1 - confidence) / 3 }
  }
  let indices = labels.indices.map { $0 }
  let wrong = indices.filter { labels[$0] != answers[$0] }.prefix(7)
  let right = indices.filter { labels[$0] == answers[$0] }.prefix(10)
  let shown = Array(wrong + right)
  /// Eight epochs towards `best`, the loss on the validation samples rising again at the end.
  func history(_ best: Double, speed: Double) -> TrainingHistory {
    let left = (1...8).map { exp(-speed * Double($0)) }
    return TrainingHistory(
      loss: left.map { 1 - best + 1.2 * $0 }, accuracy: left.map { best - 0.6 * $0 },
      validationLoss: left.enumerated().map { 1.2 - best + 0.8 * $1 + 0.01 * Double($0) },
      validationAccuracy: left.map { best - 0.03 - 0.4 * $0 })
  }
  return SavedRun(
    record: RunRecord(
      generator: "test",
      dataset: RunRecord.Dataset(
        name: "Shapes", trainingSamples: 1_200, validationSamples: 240, testSamples: labels.count, classNames: classes),
      featuredModel: "CNN",
      figures: FigureSelection(
        samples: shown.suffix(10).enumerated().map { place, index in
          FigureSelection.Sample(image: wrong.count + place, index: index, label: labels[index])
        },
        misclassified: wrong.enumerated().map { FigureSelection.Prediction(image: $0, index: $1) },
        correct: right.enumerated().map { FigureSelection.Prediction(image: wrong.count + $0, index: $1) })),
    labels: labels,
    images: ImageSet(
      count: shown.count, height: 14, width: 14,
      pixels: shown.flatMap { shape(labels[$0], tilt: Double($0 % 7 - 3) / 12) }),
    models: [
      SavedModel(record: ModelRecord(name: "Simple NN", history: history(0.93, speed: 0.5))),
      SavedModel(
        record: ModelRecord(name: "CNN", history: history(0.99, speed: 0.9)),
        predictions: Predictions(probabilities: probabilities, classCount: classes.count)),
      SavedModel(record: ModelRecord(name: "A small residual network", history: history(0.86, speed: 0.3))),
    ])
}

/// A ring, a bar, a cross or a diagonal cross of 14 x 14 pixels, turned by `tilt` radians.
private func shape(_ kind: Int, tilt: Double) -> [UInt8] {
  (0..<14 * 14).map { index in
    let (column, row) = (Double(index % 14) - 6.5, Double(index / 14) - 6.5)
    let angle = tilt + (kind == 3 ? .pi / 4 : 0)
    let x = column * cos(angle) - row * sin(angle)
    let y = column * sin(angle) + row * cos(angle)
    let stroke =
      switch kind {
      case 0: abs(hypot(x * 1.3, y) - 4.5)
      case 1: max(abs(x), abs(y) - 4)
      default: min(max(abs(x), abs(y) - 4.5), max(abs(y), abs(x) - 4.5))
      }
    return UInt8(255 * min(max(1.7 - stroke, 0), 1))
  }
}
