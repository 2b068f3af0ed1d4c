import NumberText
import RunRecords

/// What is printed when a run is done: the summary, a table of the models, and the pairs that were confused most.
package func resultsText(of facts: RunFacts) -> String {
  var text = summaryText(of: facts) + "\n"
  let table = modelLines(of: facts.record)
  if !table.isEmpty { text += table.joined(separator: "\n") + "\n\n" }
  let pairs = facts.featuredScores?.mostConfused ?? []
  if !pairs.isEmpty {
    text += "Most often confused by \(plain(facts.record.featuredModel))\n"
    let labels = pairs.map { plain($0.label) }
    let width = labels.map(\.count).max() ?? 0
    for (label, pair) in zip(labels, pairs) {
      let label = label + String(repeating: " ", count: width - label.count)
      text += "  \(label) taken for \(plain(pair.predicted))  \(pair.count) \(pair.count == 1 ? "time" : "times")\n"
    }
    text += "\n"
  }
  return text
}

/// Accuracy, loss and parameters of each model in aligned columns.
private func modelLines(of record: RunRecord) -> [String] {
  let unknown = "–"
  let rows = record.models.map { model in
    [
      plain(model.name), model.test.map { percent($0.accuracy) } ?? unknown,
      model.test?.loss.map { fixedPoint($0, decimals: 4) } ?? unknown, model.parameters.map(grouped) ?? unknown,
    ]
  }
  guard !rows.isEmpty else { return [] }
  let all = [["Model", "Test accuracy", "Test loss", "Parameters"]] + rows
  let widths = all[0].indices.map { column in all.map { $0[column].count }.max() ?? 0 }
  return all.map { row in
    row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return column == 0 ? cell + space : space + cell
    }.joined(separator: "   ")
  }
}
