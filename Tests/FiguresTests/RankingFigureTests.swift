import Metrics
import RunRecords
import Testing

@testable import Figures
@testable import Plotting

@Suite struct RankingFigureTests {
  /// Four samples of two classes with these probabilities of the second class, by one model or two.
  private func twoClasses(_ probabilities: [[Float]], labels: [Int] = [0, 0, 1, 1]) -> SavedRun {
    var run = exampleRun()
    run.labels = labels
    run.record.dataset.classNames = ["benign", "malignant"]
    run.record.dataset.testSamples = 4
    for (index, second) in zip(run.models.indices.reversed(), probabilities) {
      run.models[index].predictions = Predictions(
        probabilities: second.flatMap { [1 - $0, $0] }, classCount: 2)
    }
    return run
  }

  private func reason(_ run: SavedRun) -> String? {
    do throws(MissingData) {
      _ = try RankingFigure(of: run)
      return nil
    } catch {
      return error.reason
    }
  }

  /// scikit-learn's own example: an area of 0.75, an average precision of 0.8333.
  @Test func twoClassesHaveACurvePerModel() throws {
    let run = twoClasses([[0.1, 0.4, 0.35, 0.8], [0.8, 0.9, 0.1, 0.2]])
    let content = try RankingFigure(of: run)
    #expect(content.positiveClass == "malignant")
    #expect(
      content.curves.map(\.name) == ["Simple NN", "CNN"]
        && content.curves.map(\.rocArea) == [0, 0.75])
    let words = content.drawing(FigureLook()).altText
    #expect(
      words == """
        ROC and precision-recall curves for the class malignant of two on 4 test samples. Simple NN: area under the ROC curve \
        0.0000, average precision 0.4167; CNN: area under the ROC curve 0.7500, average precision 0.8333.
        """)
  }

  @Test func severalClassesHaveAveragesAndTheWorst() throws {
    let content = try RankingFigure(of: largeRun())
    #expect(content.classes == 4)
    #expect(
      content.curves.map(\.kind) == [.micro, .macro, .oneClass, .oneClass, .oneClass, .oneClass])
    // Of class 2, 16 of 40 samples are taken for class 3, of which 40 of 56 are right.
    #expect(content.curves.dropFirst(2).map(\.name) == ["2", "3", "1", "0"])
    let areas = content.curves.dropFirst(2).map(\.rocArea)
    #expect(abs(content.curves[1].rocArea - areas.reduce(0, +) / 4) < 1e-12)
  }

  /// The area under the drawn mean is the mean of the areas.
  @Test func theMacroCurveHasTheMeanArea() throws {
    let classes = (0..<3).map { label in
      RankedSamples(
        (0..<240).map { sample -> (score: Float, isPositive: Bool) in
          let place = sample * (37 + label) % 101
          return (Float(place) / 101, sample * 7 % 11 < 3 + label)
        })
    }
    let curve = RankingCurve(meanOf: classes)
    var (area, precision) = (0.0, 0.0)
    let (roc, recall) = (curve.roc, curve.precisionRecall)
    for index in roc.x.indices.dropFirst() {
      let missed = Double(roc.y[index] + roc.y[index - 1]) / 2
      area += Double(roc.x[index] - roc.x[index - 1]) * (1 - missed)
    }
    for index in recall.x.indices.dropFirst() {
      precision += Double(recall.x[index - 1] - recall.x[index]) * Double(1 - recall.y[index])
    }
    #expect(abs(area - curve.rocArea) < 2e-3)
    #expect(abs(precision - curve.averagePrecision) < 5e-3)
  }

  /// Where one sample in a thousand is wrong, linear axes show a corner.
  @Test(arguments: looks) func axesAreLogarithmicWhereErrorsAreFew(look: FigureLook) throws {
    let labels = (0..<4_000).map { $0 % 2 }
    let good: [Float] = labels.enumerated().map { place, label in
      if place % 1_000 < 2 { return 0.5 }
      return label == 1 ? 0.9 : 0.1
    }
    let poor: [Float] = labels.enumerated().map { place, label in
      let noise = Float(place * 37 % 89) / 100
      return label == 1 ? noise + 0.1 : noise
    }
    for (scores, isLogarithmic) in [(good, true), (poor, false)] {
      let figure = try RankingFigure(of: twoClasses([scores], labels: labels)).drawing(look)
      for panel in figure.panels {
        #expect(
          (panel.x.scale == .log()) == isLogarithmic && (panel.y.scale == .log()) == isLogarithmic)
      }
      // The best corners: top left, and top right.
      let layout = try FigureLayout(figure, dpi: 100, text: TextEngine())
      for (panel, horizontal) in zip(layout.panels, [["0%", "100%"], ["0%", "100%"]]) {
        for (axis, ends) in zip(panel.axisLayouts, [horizontal, ["0%", "100%"]]) {
          let ticks = axis.ticks.compactMap { $0.label.lines.first?.text }
          #expect(Set(ends).isSubset(of: ticks), "\(ticks)")
        }
      }
    }
  }

  @Test func whatHasNoCurvesSaysWhy() {
    var run = exampleRun()
    run.models[1].predictions = Predictions(classes: [0, 1, 3, 3, 1, 1], classCount: 4)
    #expect(reason(run) == "of CNN only the predicted classes are known, not the probabilities")
    #expect(
      reason(twoClasses([[0.1, 0.2, 0.3, 0.4]], labels: [1, 1, 1, 1]))
        == "all test samples are of one class")
    #expect(
      reason(twoClasses([[0.1, .nan, 0.3, 0.4]]))
        == "CNN gave probabilities that are NaN or infinite")
  }

  /// Classes without test samples have no areas; averages are over the others.
  @Test func classesWithoutSamplesAreLeftOut() throws {
    var run = exampleRun()
    run.labels = [0, 1, 0, 3, 0, 1]
    let content = try RankingFigure(of: run)
    #expect(content.classes == 3 && !content.curves.contains { $0.name == "two" })
  }

  @Test(arguments: [
    (#""x":[0,1],"y":[1]"#, "2 and 1 numbers are no curve"),
    (#""x":[0,2],"y":[1,0]"#, "not within 0 to 1"),
  ]) func curvesThatCannotBeAreRefused(points: String, message: String) throws {
    let json = """
      {"schema_version":2,"figure":"09_roc","model":"CNN","classes":2,"test_samples":4,"curves":[{"kind":"micro","name":"",\
      "roc_auc":0.5,"average_precision":0.5,"roc":{\(points)},"precision_recall":{"x":[0,1],"y":[1,0]}}]}
      """
    let error = try #require(throws: (any Error).self) {
      try FigureData(json: Array(json.utf8), file: "figure.png")
    }
    #expect("\(error)".contains(message), "\(error)")
  }
}
