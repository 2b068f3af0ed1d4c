import NumberText

extension ClassificationReport {
  /// The table as scikit-learn's `classification_report` prints it, to the byte; it ends with a line feed.
  ///
  /// - Parameter digits: digits after the decimal point, 1 to 15.
  package func text(digits: Int = 4) -> String {
    let headings = ["precision", "recall", "f1-score", "support"]
    // Python counts code points.
    let nameWidth = max(rows.map(\.name.unicodeScalars.count).max() ?? 0, "weighted avg".count, digits)
    // Where not one sample is right, scikit-learn counts in floating point and prints it so.
    func count(_ support: Int) -> String { "\(support)" + (accuracy == 0 ? ".0" : "") }
    func line(_ name: String, _ cells: [String]) -> String {
      rightAligned(name, to: nameWidth) + " " + cells.map { " " + rightAligned($0, to: 9) }.joined() + "\n"
    }
    func line(_ name: String, _ scores: Scores) -> String {
      line(
        name,
        [scores.precision, scores.recall, scores.f1].map { fixedPoint($0, decimals: digits) } + [count(scores.support)])
    }
    return line("", headings) + "\n" + rows.map { line($0.name, $0.scores) }.joined() + "\n"
      + line("accuracy", ["", "", fixedPoint(accuracy, decimals: digits), count(macroAverage.support)])
      + line("macro avg", macroAverage) + line("weighted avg", weightedAverage)
  }
}
