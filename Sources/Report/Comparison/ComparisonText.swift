import NumberText

/// A comparison as plain text for a terminal, without a line feed at the end.
package func comparisonText(_ comparison: RunComparison, _ verdict: GateVerdict? = nil) -> String {
  var blocks = ["Base: \(plain(comparison.base))\nHead: \(plain(comparison.head))"]
  blocks += comparison.models.map { text(of: $0, in: comparison) }
  blocks += comparison.unmatched.map { plain($0) + "." }
  if let verdict {
    blocks.append(plain("Gate \(verdict.expression) \(verdict.failed ? "failed" : "passed"): \(verdict.reason)."))
  }
  return blocks.joined(separator: "\n\n")
}

/// As much of a list as a terminal shows.
private let shown = 10

private func text(of model: ModelChange, in comparison: RunComparison) -> String {
  var lines = [plain(model.title), "  \(model.headline)", "  \(plain(model.question))"]
  lines.append("")
  lines += table(model).map { "  " + $0 }
  let classes = model.classes.filter { $0.recall.direction != .unknown }
  if !model.classes.isEmpty && classes.isEmpty {
    lines += ["", "  No class' recall changes by more than chance would explain."]
  }
  if let answers = model.answers {
    lines += list("Newly wrong", answers.newlyWrong) { words(on: $0, comparison) }
    lines += list("Newly right", answers.newlyRight) { words(on: $0, comparison) }
    lines += list("Confusions that grew", answers.grown) { words(on: $0, comparison) }
    lines += list("Confusions that shrank", answers.shrunk) { words(on: $0, comparison) }
  }
  return lines.joined(separator: "\n")
}

private func list<Item>(_ title: String, _ items: [Item], _ words: (Item) -> String) -> [String] {
  if items.isEmpty { return [] }
  let rest = items.count > shown ? ["    … and \(grouped(items.count - shown)) more"] : []
  return ["", "  \(title): \(grouped(items.count))"] + items.prefix(shown).map { "    \(plain(words($0)))" } + rest
}

private func table(_ model: ModelChange) -> [String] {
  let table = model.table(classes: model.classes.filter { $0.recall.direction != .unknown })
  return table.aligned { plain($0.words) }.lines.map { cells in
    String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
  }
}
