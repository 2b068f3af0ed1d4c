import Glibc

extension ClassificationReport {
  /// The table as scikit-learn's `classification_report` prints it, to the byte; it ends with a line feed.
  ///
  /// - Parameter digits: digits after the decimal point, at least 1.
  public func text(digits: Int = 4) -> String {
    let headings = ["precision", "recall", "f1-score", "support"]
    // Python counts code points.
    let nameWidth = max(rows.map(\.name.unicodeScalars.count).max() ?? 0, "weighted avg".count, digits)
    // Where not one sample is right, scikit-learn counts in floating point and prints it so.
    func count(_ support: Int) -> String { "\(support)" + (accuracy == 0 ? ".0" : "") }
    func line(_ name: String, _ cells: [String]) -> String {
      rightAligned(name, nameWidth) + " " + cells.map { " " + rightAligned($0, 9) }.joined() + "\n"
    }
    func line(_ name: String, _ scores: Scores) -> String {
      line(
        name, [scores.precision, scores.recall, scores.f1].map { fixed($0, digits: digits) } + [count(scores.support)])
    }
    return line("", headings) + "\n" + rows.map { line($0.name, $0.scores) }.joined() + "\n"
      + line("accuracy", ["", "", fixed(accuracy, digits: digits), count(macroAverage.support)])
      + line("macro avg", macroAverage) + line("weighted avg", weightedAverage)
  }
}

private func rightAligned(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
}

/// A number with a fixed number of digits after the decimal point, correctly rounded, as C and Python print it.
private func fixed(_ value: Double, digits: Int) -> String {
  withVaList([Int32(digits), value]) { arguments in
    // A score is at most 1: one digit and the point stand before the digits.
    let text = [CChar](unsafeUninitializedCapacity: digits + 16) { buffer, count in
      count = max(0, min(Int(vsnprintf(buffer.baseAddress, buffer.count, "%.*f", arguments)), buffer.count - 1))
    }
    return String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
