import NumberText
import RunRecords

extension TrainingComparisonFigure {
  /// The figure in words: how each model ended, and what was not finite.
  func altText(_ names: [String]) -> String {
    ([headline + "."] + zip(names, models).map(summary)).joined(separator: " ")
  }

  private func summary(of name: String, _ model: Model) -> String {
    let history = model.history
    let ends = [
      ("training accuracy", history.accuracy?.last), ("validation accuracy", history.validationAccuracy?.last),
      ("training loss", history.loss?.last), ("validation loss", history.validationLoss?.last),
    ].compactMap { name, value in value.map { "\(name) \(fixedPoint($0, decimals: 4))" } }
    let rate = history[TrainingHistory.learningRate]?.last.map { ["learning rate \(significant($0, digits: 4))"] } ?? []
    let (length, unit) = history.epochs > 0 ? (history.epochs, "epoch") : (history.steps, "step")
    let seeds = model.historySD == nil ? "" : " (mean over seeds)"
    return "\(name)\(seeds) after \(length) \(unit)\(length == 1 ? "" : "s"): \((ends + rate).joined(separator: ", "))."
      + (gaps(in: history, unit).map { " \($0)" } ?? "")
  }

  /// Where values are NaN or infinite, as a sentence; nil if none is.
  private func gaps(in history: TrainingHistory, _ unit: String) -> String? {
    let series = history.series.values
    let found = series.flatMap(\.gaps).sorted()
    guard let first = found.first else { return nil }
    let places = [first] + zip(found, found.dropFirst()).filter { $0 != $1 }.map(\.1)
    let named = places.prefix(5).map { significant($0, digits: 12) }.joined(separator: ", ")
    let more = places.count > 5 ? " and \(places.count - 5) more" : ""
    return "NaN or infinite at \(unit)\(places.count == 1 ? "" : "s") \(named)\(more)."
  }
}

extension TrainingHistory.Series {
  /// The positions of values that are NaN or infinite.
  fileprivate var gaps: [Double] { values.indices.filter { !values[$0].isFinite }.map { positions[$0] } }
}
