import Metrics
import NumberText
import Plotting
import RunRecords

/// Figure 08: whether the featured model is right as often as it is sure, and how many errors each model makes if the answers
/// that it is least sure of are left out.
struct ConfidenceFigure: FigureContent {
  static let id: FigureID = "08_confidence"
  static let section = ReportSection.results

  /// The errors of a model if some answers are left out.
  struct Model: Codable, Sendable, Equatable {
    var name: String
    /// The share of wrong answers.
    var error: Double
    /// The largest share of samples that can be answered with a tenth of the errors.
    var coverageAtTenth: Double
    /// The share left out, and the share of the others that is wrong.
    var risk: ErrorCurve

    enum CodingKeys: String, CodingKey {
      case name, error, risk
      case coverageAtTenth = "coverage_at_tenth"
    }
  }

  private static let maximumModels = 64
  /// Fewer samples say little of a bin's accuracy: of 20, the interval is still up to 0.4 wide.
  private static let binSize = 20
  private static let maximumBins = 15

  /// The featured model.
  var model: String
  var bins: [Reliability.Bin]
  var calibrationError: Double
  var models: [Model]

  enum CodingKeys: String, CodingKey {
    case model, bins, models
    case calibrationError = "expected_calibration_error"
  }

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    let run = evaluated.run
    let (labels, _, classCount) = try run.featuredProbabilities()
    model = run.record.featuredModel
    (bins, calibrationError, models) = ([], 0, [])
    let known = run.modelsWithProbabilities(labels: labels, classCount: classCount)
    for (index, name, _) in known where models.count < Self.maximumModels || name == model {
      guard let answers = run.models[index].predictions else { continue }
      let confidences = labels.indices.map { answers.confidence(of: $0) ?? 0 }
      let isCorrect = zip(labels, answers.classes).map { $0 == $1 }
      models.append(Model(name: name, RiskCoverage(confidences: confidences, isCorrect: isCorrect)))
      guard name == model else { continue }
      let reliability = Reliability(
        confidences: confidences, isCorrect: isCorrect,
        binCount: min(max(labels.count / Self.binSize, 1), Self.maximumBins))
      bins = reliability.bins
      calibrationError = reliability.expectedCalibrationError
    }
    try check()
  }

  func check() throws(MissingData) {
    guard (1...Self.maximumBins).contains(bins.count), (1...Self.maximumModels + 1).contains(models.count),
      models.contains(where: { $0.name == model })
    else { throw MissingData("\(bins.count) bins and \(models.count) models are not to be drawn") }
    for bin in bins {
      guard (-0.01...1.01).contains(bin.confidence), (1...1 << 40).contains(bin.samples),
        (0...bin.samples).contains(bin.correct)
      else { throw MissingData("a bin of \(bin.samples) samples with \(bin.correct) right ones cannot be") }
    }
    guard (0...1.01).contains(calibrationError) else { throw MissingData("a calibration error is not within 0 to 1") }
    for model in models {
      guard (0...1).contains(model.error), (0...1).contains(model.coverageAtTenth) else {
        throw MissingData("an error rate or a coverage is not within 0 to 1")
      }
      try model.risk.check()
    }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let reliability = ReliabilityPanels(
      bins: bins, title: "Reliability of \(model.shortened(to: 24)) (calibration error \(calibrationText))",
      color: look.modelColor(models.firstIndex { $0.name == model } ?? 0), look: look)
    let heading = FigureHeading(
      title: "Confidence - \(shortModel) Model\n(As Predicted, 95% Confidence Intervals)",
      headline: "Confidence: \(shortModel)", subtitle: subtitle)
    var risk = riskPanel(look)
    risk.rowSpan = 2
    return Figure(
      name: "Confidence - \(shortModel) Model", altText: altText, size: Size(width: 13, height: 6.2),
      title: look.figureTitle(heading) ?? FigureTitle(look.title(heading.title), top: 1), columns: 2,
      rowHeights: [3.2, 1], panels: [reliability.upper, risk, reliability.lower], theme: look.theme)
  }
}

extension ConfidenceFigure.Model {
  fileprivate init(name: String, _ risk: RiskCoverage) {
    let total = Double(risk.answered.last ?? 1)
    self.name = name
    error = Double(risk.errors.last ?? 0) / total
    coverageAtTenth = risk.coverage(atRisk: error / 10)
    self.risk = ErrorCurve(
      zip(risk.answered, risk.errors).map { (1 - Double($0) / total, Double($1) / Double($0)) })
  }
}

extension ConfidenceFigure {
  private var shortModel: String { model.shortened(to: 48) }

  private var calibrationText: String { percent(calibrationError) }

  private var subtitle: String {
    (bins.count == 1 ? "One bin" : "\(bins.count) bins of about equal count")
      + ", with 95% confidence intervals (Wilson); on the diagonal, confidence is accuracy. "
      + "As predicted: no temperature is fitted, for a run keeps no validation predictions."
  }

  /// The errors of every model among the answers that are left.
  private func riskPanel(_ look: FigureLook) -> Axes {
    let (leftOut, risks) = (models.flatMap(\.risk.x).map(Double.init), models.flatMap(\.risk.y).map(Double.init))
    let x = RateAxis(leftOut, isError: false, leftOut.contains { $0 > 0 })
    let y = RateAxis(
      models.map(\.error) + risks, isError: true, risks.contains { $0 > 0 }, fromWorst: true)
    return Axes(
      title: look.title("Errors among the surest answers"), x: x.axis(look.axisLabel("Share of samples answered")),
      y: y.axis(look.axisLabel("Share of answers wrong")), grid: look.style.grid, legend: Legend(placement: .box)
    ) {
      for (index, model) in models.enumerated() {
        Line(
          x: model.risk.x.map { x.place(Double($0)) }, y: model.risk.y.map { y.place(Double($0)) },
          color: look.modelColor(index), dash: index < look.colors.models.count ? .solid : .dashed,
          label: "\(model.name.shortened(to: 24)): \(percent(model.error)) of all")
      }
    }
  }

  private var altText: String {
    let samples = bins.reduce(0) { $0 + $1.samples }
    let sure = bins.reduce(0) { $0 + Double($1.samples) * $1.confidence } / Double(max(samples, 1))
    let right = Double(bins.reduce(0) { $0 + $1.correct }) / Double(max(samples, 1))
    let tendency = sure > right ? "surer than right" : "righter than sure"
    let words = models.map { model in
      let name = model.name.shortened(to: 24)
      if model.error == 0 { return "\(name) makes none" }
      let all = "\(name) errs on \(percent(model.error)) of all"
      guard model.coverageAtTenth > 0 else { return all }
      return "\(all), and on a tenth of that of the surest \(percent(model.coverageAtTenth, decimals: 1))"
    }
    return "Reliability of \(shortModel) on \(samples) test samples: mean confidence \(percent(sure)), accuracy "
      + "\(percent(right))\(abs(sure - right) < 5e-5 ? "" : " (\(tendency))"), expected calibration error "
      + "\(calibrationText). Errors if the least sure answers are left out: \(words.joined(separator: "; "))."
  }
}
