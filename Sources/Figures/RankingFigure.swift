import Metrics
import NumberText
import Plotting
import RunRecords

/// Figure 09: how well probabilities tell classes apart at any threshold, as ROC and precision-recall curves. For two classes,
/// the second against the first, of every model; for more, each against the rest: their averages and those told apart worst.
struct RankingFigure: FigureContent {
  static let id: FigureID = "09_roc"
  static let section = ReportSection.byClass

  /// The most classes that have curves of their own.
  static let maximumClasses = 4
  private static let maximumCurves = 64

  /// The featured model.
  var model: String
  var testSamples: Int
  /// The classes that have test samples.
  var classes: Int
  /// The class that scores are for if there are two.
  var positiveClass: String?
  var curves: [RankingCurve]

  enum CodingKeys: String, CodingKey {
    case model, classes, curves
    case testSamples = "test_samples"
    case positiveClass = "positive_class"
  }

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    let run = evaluated.run
    let (labels, probabilities, count) = try run.featuredProbabilities()
    model = run.record.featuredModel
    testSamples = labels.count
    guard Set(labels).count > 1, count > 1 else { throw MissingData("all test samples are of one class") }
    if count == 2 {
      classes = 2
      positiveClass = run.className(1)
      curves = run.modelsWithProbabilities(labels: labels, classCount: 2).prefix(Self.maximumCurves).compactMap {
        model in
        RankingCurve(
          .model, name: model.name,
          RankedSamples(ofClass: 1, labels: labels, probabilities: model.probabilities, classCount: 2))
      }
    } else {
      let ranked = (0..<count).map { label in
        RankedSamples(ofClass: label, labels: labels, probabilities: probabilities, classCount: count)
      }
      let known = ranked.enumerated().filter { $1.positives > 0 && $1.negatives > 0 }
      classes = known.count
      let worst = known.map { (label: $0, samples: $1, precision: $1.averagePrecision ?? 0) }
        .sorted { ($0.precision, $0.label) < ($1.precision, $1.label) }.prefix(Self.maximumClasses)
      let micro = RankingCurve(.micro, RankedSamples(labels: labels, probabilities: probabilities, classCount: count))
      curves =
        [micro, RankingCurve(meanOf: known.map(\.element))].compactMap { $0 }
        + worst.compactMap { RankingCurve(.oneClass, name: run.className($0.label), $0.samples) }
    }
    try check()
  }

  func check() throws(MissingData) {
    guard (1...Self.maximumCurves).contains(curves.count) else {
      throw MissingData("there are \(curves.count) curves, not 1 to \(Self.maximumCurves)")
    }
    guard testSamples > 0, classes > 0 else {
      throw MissingData("\(testSamples) samples of \(classes) classes have no curves")
    }
    for curve in curves { try curve.check() }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let roc = RankingPanel(
      title: "ROC (area under the curve)", x: ("False positive rate", true), y: ("True positive rate", false),
      hasSteps: false, area: main.rocArea, curves: lines(look, \.roc) { areaText($0.rocArea) }, look: look)
    let precision = RankingPanel(
      title: "Precision against recall (average precision)", x: ("Recall", false), y: ("Precision", false),
      hasSteps: true,
      area: main.averagePrecision, curves: lines(look, \.precisionRecall) { areaText($0.averagePrecision) }, look: look)
    let heading = FigureHeading(
      title: "ROC and Precision-Recall - \(subject)\n(\(titleWords))", headline: "ROC and precision-recall: \(subject)",
      subtitle: subtitle(isLogarithmic: roc.isLogarithmic || precision.isLogarithmic))
    return Figure(
      name: "ROC and Precision-Recall - \(subject)", altText: altText, size: Size(width: 13, height: 6),
      title: look.figureTitle(heading) ?? FigureTitle(look.title(heading.title), top: 1), columns: 2,
      panels: [roc.axes, precision.axes], theme: look.theme)
  }
}

extension RankingFigure {
  /// The curve that stands for all: the average of all classes, or the featured model's.
  private var main: RankingCurve { curves.first { $0.kind != .model || $0.name == model } ?? curves[0] }

  private var shortModel: String { model.shortened(to: 48) }

  /// The featured model, or of two classes the one that scores are for.
  private var subject: String {
    positiveClass.map { "\($0.shortened(to: 32))\(curves.count == 1 ? ", \(shortModel)" : "")" } ?? shortModel
  }

  private var ownCurves: [RankingCurve] { curves.filter { $0.kind == .oneClass } }

  private var titleWords: String {
    guard positiveClass == nil else { return "Two Classes, \(grouped(testSamples)) Test Samples" }
    return ownCurves.count == classes
      ? "One Class Against the Rest"
      : "One Class Against the Rest, \(ownCurves.count) of \(classes) Classes: Lowest Average Precision"
  }

  private func subtitle(isLogarithmic: Bool) -> String {
    let what: String
    if let positiveClass {
      what = "\(positiveClass.shortened(to: 32)) against the other class on \(grouped(testSamples)) test samples."
    } else if ownCurves.count == classes {
      what = "Each class against the rest, and their averages."
    } else {
      what =
        "Each class against the rest: averages over \(classes) classes, "
        + "and the \(ownCurves.count) with the lowest average precision."
    }
    return what + (isLogarithmic ? " Logarithmic towards the perfect corner." : "")
  }

  /// The lines of a panel.
  private func lines(
    _ look: FigureLook, _ curve: (RankingCurve) -> ErrorCurve, _ area: (RankingCurve) -> String
  ) -> [(curve: ErrorCurve, label: String, color: Color, dash: Line.Dash, width: Double)] {
    var own = 0
    return curves.map { line in
      var (color, dash) = (look.theme.panelTitle.color, Line.Dash.solid)
      switch line.kind {
      case .micro: break
      case .macro: dash = .dashed
      case .oneClass, .model:
        color = look.modelColor(own)
        if own >= look.colors.models.count { dash = .dashDotted }
        own += 1
      }
      let width = line.kind == .oneClass ? 1.5 : 2
      return (curve(line), "\(line.title): \(area(line))", color, dash, width)
    }
  }

  private var altText: String {
    func areas(_ curve: RankingCurve) -> String {
      "\(areaText(curve.rocArea)), average precision \(areaText(curve.averagePrecision))"
    }
    let samples = "\(testSamples) test samples"
    if let positiveClass {
      let models = curves.map { "\($0.title): area under the ROC curve \(areas($0))" }
      return "ROC and precision-recall curves for the class \(positiveClass.shortened(to: 32)) of two on \(samples). "
        + models.joined(separator: "; ") + "."
    }
    let averages = curves.filter { $0.kind != .oneClass }.map { "\($0.title): area \(areas($0))" }
    let worst = ownCurves.map { "\($0.title) (area \(areas($0)))" }
    return
      "ROC and precision-recall curves of \(shortModel), each of \(classes) classes against the rest, on \(samples). "
      + averages.joined(separator: "; ") + ". Lowest average precision: " + worst.joined(separator: ", ") + "."
  }
}
