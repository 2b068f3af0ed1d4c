import Metrics
import NumberText
import RunRecords

/// How well scores tell the samples of one class from all others.
struct RankingCurve: Codable, Sendable, Equatable {
  /// What a curve is of.
  enum Kind: String, Codable, Sendable {
    /// Each probability by itself, whatever its class.
    case micro
    /// The mean over the classes.
    case macro
    /// One class against the rest.
    case oneClass = "class"
    /// A model for two classes.
    case model
  }

  var kind: Kind
  /// The class or the model; empty for averages.
  var name: String
  /// The area under the ROC curve.
  var rocArea: Double
  var averagePrecision: Double
  var roc: ErrorCurve
  var precisionRecall: ErrorCurve

  enum CodingKeys: String, CodingKey {
    case kind, name, roc
    case rocArea = "roc_auc"
    case averagePrecision = "average_precision"
    case precisionRecall = "precision_recall"
  }

  /// The curves of samples; nil if there are no positive ones, or no others.
  init?(_ kind: Kind, name: String = "", _ samples: RankedSamples) {
    guard let rocArea = samples.rocArea, let averagePrecision = samples.averagePrecision else { return nil }
    self.kind = kind
    self.name = name
    self.rocArea = rocArea
    self.averagePrecision = averagePrecision
    roc = ErrorCurve(rocOf: samples)
    precisionRecall = ErrorCurve(precisionRecallOf: samples)
  }

  /// The mean of classes that each have samples and others.
  init(meanOf classes: [RankedSamples]) {
    func mean(_ areas: [Double]) -> Double { areas.reduce(0, +) / Double(max(areas.count, 1)) }
    kind = .macro
    name = ""
    rocArea = mean(classes.compactMap(\.rocArea))
    averagePrecision = mean(classes.compactMap(\.averagePrecision))
    roc = ErrorCurve(meanROCOf: classes)
    precisionRecall = ErrorCurve(meanPrecisionRecallOf: classes)
  }

  func check() throws(MissingData) {
    guard (0...1).contains(rocArea), (0...1).contains(averagePrecision) else {
      throw MissingData("areas of \(rocArea) and \(averagePrecision) are not within 0 to 1")
    }
    try roc.check()
    try precisionRecall.check()
  }

  /// What the curve is called.
  var title: String {
    switch kind {
    case .micro: "micro average"
    case .macro: "macro average"
    case .oneClass, .model: name.shortened(to: 20)
    }
  }
}

/// An area with four decimals, or as many more as tell it from 1.
func areaText(_ area: Double) -> String {
  (4...7).lazy.map { fixedPoint(area, decimals: $0) }.first { area == 1 || !$0.hasPrefix("1") } ?? "1.0000"
}
