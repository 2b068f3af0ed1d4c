import Files
import Figures
import RunRecords

extension ReportPage {
  /// The page of a run: its figures, tables, and findings in words. What a partial run does not know is left out.
  ///
  /// - Parameter holdsRun: whether the saved run, `run/`, is beside the page, and not only what was drawn from it.
  package init(of facts: RunFacts, holdsRun: Bool) {
    title = pageTitle(of: facts)
    introduction = [.paragraph(description(of: facts))]
    sections =
      ReportSection.allCases.map { section($0, of: facts) } + [
        Section(title: "Not drawn", blocks: [.list(notDrawn(facts))]),
        Section(title: "Files", blocks: [.list(files(of: facts, holdsRun: holdsRun))]),
      ]
    introduction.removeAll(where: \.isEmpty)
    for index in sections.indices { sections[index].blocks.removeAll(where: \.isEmpty) }
    sections.removeAll(where: \.blocks.isEmpty)
  }
}

/// A section with its figures, and what is said beside them.
private func section(_ section: ReportSection, of facts: RunFacts) -> ReportPage.Section {
  let pictures = pictures(in: section, facts)
  switch section {
  case .results:
    let words = [modelTable(of: facts.models), .list(findings(of: facts))].compactMap { $0 }
    return ReportPage.Section(title: "Results", blocks: words + pictures)
  case .training: return ReportPage.Section(title: "Training", blocks: pictures)
  case .byClass:
    let table = facts.featuredScores.map { classTable(of: $0.report) } ?? []
    return ReportPage.Section(title: "\(facts.record.featuredModel) by class", blocks: pictures + table)
  case .examples: return ReportPage.Section(title: "Examples", blocks: pictures)
  case .trainingData: return ReportPage.Section(title: "Training data", blocks: pictures)
  }
}

/// The figures of a section that the run gives.
private func pictures(in section: ReportSection, _ facts: RunFacts) -> [ReportPage.Block] {
  FigureCatalogue.all.filter { $0.section == section }.compactMap { figure in
    facts.content(of: figure.id).map { .figure(figure.id, altText: $0.drawing().altText) }
  }
}

/// The standard figures that the run does not give, and why.
private func notDrawn(_ facts: RunFacts) -> [[Inline]] {
  facts.figures.compactMap { figure, content in
    guard case .failure(let missing) = content, FigureCatalogue.standard.contains(where: { $0.id == figure }) else {
      return nil
    }
    return [.code(figure.name), .text(": \(missing.reason)")]
  }
}

private func files(of facts: RunFacts, holdsRun: Bool) -> [[Inline]] {
  typealias Names = ResultsLayout.Names
  var files: [[Inline]] = [[.link(Names.summary, to: Names.summary), ": the numbers as plain text"]]
  if facts.run.knowsMistakes {
    let model = facts.record.featuredModel
    files.append([.link(Names.mistakes, to: Names.mistakes), .text(": every test sample that \(model) misclassified")])
  }
  if holdsRun {
    files.append([
      .link("\(Names.run)/", to: Names.run), ": the saved run, from which ", .code("training-report plot"),
      " draws all of this again",
    ])
  }
  return files
}
