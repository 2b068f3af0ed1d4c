import NumberText

/// A sample and both answers: `sample 17 (img/17.png): 4, base 4, head 9`.
func words(on sample: AnswerChanges.Sample, _ comparison: RunComparison) -> String {
  let name = comparison.sampleNames.map { " (\(shortened($0[sample.place])))" } ?? ""
  let (label, base, head) = (sample.label, sample.base, sample.head)
  let names = [label, base, head].map { shortened(comparison.className($0)) }
  return "sample \(sample.place)\(name): \(names[0]), base \(names[1]), head \(names[2])"
}

/// A confusion and how often both have it: `4 taken for 9: 3 to 11`.
func words(on confusion: AnswerChanges.Confusion, _ comparison: RunComparison) -> String {
  let (label, predicted) = (comparison.className(confusion.label), comparison.className(confusion.predicted))
  return
    "\(shortened(label)) taken for \(shortened(predicted)): \(grouped(confusion.base)) to \(grouped(confusion.head))"
}

extension RunComparison {
  /// Which models are compared with none, a phrase for each run that has some.
  var unmatched: [String] {
    [("base", onlyInBase), ("head", onlyInHead)].compactMap { run, names in
      if names.isEmpty { return nil }
      let more = names.count > 10 ? " and \(grouped(names.count - 10)) more" : ""
      return "Only in the \(run): \(names.prefix(10).map(shortened).joined(separator: ", "))\(more)"
    }
  }
}
