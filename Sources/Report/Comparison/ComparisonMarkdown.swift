import NumberText

/// A comparison as a comment on a pull request, in GitHub's Markdown: of at most 60,000 bytes, for GitHub takes 65,536.
///
/// What no longer fits is left out, and said so.
package func comparisonMarkdown(_ comparison: RunComparison, _ verdict: GateVerdict? = nil) -> String {
  var comment = Comment()
  comment.add(marker)
  if let verdict {
    let code = comparisonCode(verdict.expression)
    comment.add(
      "\(verdict.failed ? "❌" : "✅") **Gate \(code) \(verdict.failed ? "failed" : "passed"):** \(escaped(verdict.reason))."
    )
  }
  for model in comparison.models {
    comment.add("### \(escaped(shortened(model.title)))\n\n**\(escaped(model.headline))**")
    comment.add(table(model.table(classes: [])))
    let clear = model.classes.filter { $0.recall.direction != .unknown }
    comment.add(classes(clear.prefix(20), of: clear.count, "that changed by more than chance would explain"))
  }
  for model in comparison.models {
    for block in details(model, comparison) { comment.add(block) }
  }
  for phrase in comparison.unmatched { comment.add(escaped(phrase) + ".") }
  comment.add("Base: \(escaped(shortened(comparison.base))), head: \(escaped(shortened(comparison.head))).")
  return comment.text
}

/// By which a program finds its own comment again.
private let marker = "<!-- training-report compare -->"

/// Blocks of a comment as far as they fit.
private struct Comment {
  private(set) var blocks: [String] = []
  private var size = 0
  private var isCut = false

  static let most = 60_000
  private static let note = "*More does not fit in a comment; the JSON document of the comparison has all of it.*"

  mutating func add(_ block: String?) {
    guard let block else { return }
    let bytes = block.utf8.count + 2
    guard size + bytes + Self.note.utf8.count + 2 <= Self.most else {
      isCut = true
      return
    }
    blocks.append(block)
    size += bytes
  }

  var text: String { (blocks + (isCut ? [Self.note] : [])).joined(separator: "\n\n") + "\n" }
}

/// The rows of each list that is folded away.
private let folded = 30

/// What is folded away, in blocks that fit or do not.
private func details(_ model: ModelChange, _ comparison: RunComparison) -> [String] {
  let all = model.classes.sorted { $0.recall.difference < $1.recall.difference }
  let recalls = classes(all.prefix(folded), of: all.count, "from the greatest loss to the greatest gain")
  var sections = [("question and classes", [escaped(model.question)] + (recalls.map { [$0] } ?? []))]
  if let answers = model.answers {
    sections.append(
      (
        "newly wrong and newly right samples",
        list("Newly wrong", answers.newlyWrong) { words(on: $0, comparison) }
          + list("Newly right", answers.newlyRight) { words(on: $0, comparison) }
      ))
    sections.append(
      (
        "confusions that grew and shrank",
        list("Confusions that grew", answers.grown) { words(on: $0, comparison) }
          + list("Confusions that shrank", answers.shrunk) { words(on: $0, comparison) }
      ))
  }
  return sections.filter { !$1.isEmpty }.map { title, blocks in
    let summary = Markdown.attribute("\(shortened(model.title)): \(title)").replacing("@", with: "@<!-- -->")
    return "<details>\n<summary>\(summary)</summary>\n\n\(blocks.joined(separator: "\n\n"))\n\n</details>"
  }
}

private func classes(_ classes: ArraySlice<ModelChange.ClassChange>, of count: Int, _ which: String) -> String? {
  if classes.isEmpty { return nil }
  let rows = classes.map { change -> [Inline] in
    let recall = change.recall
    return [
      shortened(change.name), percent(recall.base), percent(recall.head), pointChange(recall.difference),
      recall.intervalText(pointChange),
    ].map(Inline.text)
  }
  let title = "Recall of the classes \(which)\(classes.count < count ? ": \(classes.count) of \(grouped(count))" : ""):"
  return title + "\n\n" + table(Table("class", ["base", "head", "change", "95% interval"], rows: rows))
}

private func list<Item>(_ title: String, _ items: [Item], _ words: (Item) -> String) -> [String] {
  if items.isEmpty { return [] }
  let rest = items.count > folded ? ["- … and \(grouped(items.count - folded)) more"] : []
  let lines = items.prefix(folded).map { "- \(escaped(words($0)))" } + rest
  return ["**\(title): \(grouped(items.count))**", lines.joined(separator: "\n")]
}

private func table(_ table: Table) -> String {
  let lines =
    [table.columns.map { $0.name.isEmpty ? " " : $0.name }] + [
      table.columns.map { $0.content == .words ? ":--" : "--:" }
    ]
    + table.rows.map { $0.map { escaped($0.words) } }
  return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
}

/// Words as they are; a name with an `@` calls nobody.
private func escaped(_ words: String) -> String { Markdown.escaped(words).replacing("@", with: "@<!-- -->") }

/// Words in a code span, which backticks could end.
private func comparisonCode(_ words: String) -> String { "`\(plain(words).replacing("`", with: "'"))`" }
