import Figures
import RunRecords

extension ReportPage {
  /// The page of a run: its figures, tables, and findings in words. What a partial run does not know is left out.
  ///
  /// - Parameter holdsRun: whether the saved run, `run/`, is beside the page, and not only what was drawn from it.
  package init(of facts: RunFacts, holdsRun: Bool) {
    title = pageTitle(of: facts.record)
    introduction = [.paragraph(description(of: facts.record))]
    sections = [
      Section(title: "Results", blocks: [modelTable(of: facts.record), .list(findings(of: facts))].compactMap { $0 }),
      Section(title: "Training", blocks: pictures(of: [.trainingComparison], facts)),
      Section(
        title: "\(facts.record.featuredModel) by class",
        blocks: pictures(of: [.confusionMatrix], facts) + (facts.featuredScores.map { classTable(of: $0.report) } ?? [])
      ),
      Section(title: "Examples", blocks: pictures(of: [.misclassifiedExamples, .correctPredictions], facts)),
      Section(title: "Training data", blocks: pictures(of: [.sampleDigits], facts)),
      Section(title: "Not drawn", blocks: [.list(notDrawn(facts))]),
      Section(title: "Files", blocks: [.list(files(holdsRun: holdsRun))]),
    ]
    introduction.removeAll(where: \.isEmpty)
    for index in sections.indices { sections[index].blocks.removeAll(where: \.isEmpty) }
    sections.removeAll(where: \.blocks.isEmpty)
  }
}

/// The figures that the run gives.
private func pictures(of figures: [ReportFigure], _ facts: RunFacts) -> [ReportPage.Block] {
  figures.compactMap { figure in
    facts.content(of: figure).map { .figure(figure, altText: $0.drawing().altText) }
  }
}

/// The figures that the run does not give, and why.
private func notDrawn(_ facts: RunFacts) -> [[Inline]] {
  facts.figures.compactMap { figure, content in
    guard case .failure(let missing) = content else { return nil }
    return [.code(figure.fileName), .text(": \(missing.reason)")]
  }
}

private func files(holdsRun: Bool) -> [[Inline]] {
  let summary: [Inline] = [.link("summary.txt", to: "summary.txt"), ": the numbers as plain text"]
  guard holdsRun else { return [summary] }
  return [
    summary,
    [
      .link("run/", to: "run"), ": the saved run, from which ", .code("training-report plot"),
      " draws all of this again",
    ],
  ]
}
