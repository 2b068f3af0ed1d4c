extension ReportPage {
  /// What is told of a run at its end: the summary, a table of the models, and the pairs that were confused most.
  package init(conclusionOf facts: RunFacts) {
    title = ""
    introduction = [.code(summaryText(of: facts))]
    if let table = conclusionTable(of: facts.models) { introduction.append(table) }
    let pairs = facts.featuredScores?.mostConfused ?? []
    guard !pairs.isEmpty else { return }
    sections = [
      Section(
        title: "Most often confused by \(facts.record.featuredModel)",
        blocks: [
          .list(
            pairs.map {
              [.text("\($0.label) taken for \($0.predicted)  \($0.count) \($0.count == 1 ? "time" : "times")")]
            })
        ])
    ]
  }
}

/// What is printed when a run is done.
package func resultsText(of facts: RunFacts) -> String {
  TextRenderer().text(ReportPage(conclusionOf: facts))
}
