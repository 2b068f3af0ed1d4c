import NumberText
import RunRecords

extension SavedRun {
  /// What the featured model answered beside the true classes, which all have names; nil if it is not known.
  fileprivate var namedAnswers: (labels: [Int], predictions: Predictions)? {
    guard let labels, let predictions = featuredPredictions, predictions.count == labels.count,
      predictions.classCount <= record.dataset.classNames.count
    else { return nil }
    return (labels, predictions)
  }

  /// Whether it is known which test samples the featured model misclassified.
  var knowsMistakes: Bool { namedAnswers != nil }
}

/// `mistakes.csv`: the test samples that the featured model misclassified, in test order; nil if its answers are not known.
/// docs/figures.md describes the columns.
func mistakesTable(of run: SavedRun) -> String? {
  guard let (labels, predictions) = run.namedAnswers else { return nil }
  let names = run.record.dataset.classNames
  var lines = [mistakesHeader]
  for (sample, label) in labels.enumerated() where predictions.classes[sample] != label {
    let numbers = [predictions.confidence(of: sample), predictions.margin(of: sample)].map { number in
      number.map { fixedPoint(Double($0), decimals: 6) } ?? ""
    }
    let name = run.sampleNames?[sample] ?? ""
    let cells =
      [name.isEmpty ? String(sample) : name, names[label], names[predictions.classes[sample]]] + numbers
    lines.append(cells.map(csvCell).joined(separator: ","))
  }
  return lines.joined(separator: "\n") + "\n"
}

/// The first line, by which the file is known as one of ours.
let mistakesHeader = "sample,true,predicted,confidence,margin"

/// A cell of a CSV file as RFC 4180 has it: in quotes if it holds a comma, a quote or the end of a line.
private func csvCell(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
  return "\"\(text.replacing("\"", with: "\"\""))\""
}
