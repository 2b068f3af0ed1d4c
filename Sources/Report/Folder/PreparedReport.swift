import Files
import Figures
import RunRecords
import SystemPackage

/// What became of one figure.
package struct DrawnFigure: Sendable, Equatable {
  /// The name without an extension, such as `03_confusion_matrix`.
  package var name: String
  /// The paths of its files: one per format, then those for dark pages.
  package var files: [FilePath] = []
  /// Why the run does not give the figure; nil if it was drawn.
  package var leftOut: String?
}

/// All that a report puts in its folder, drawn and written in memory: if anything cannot be, nothing has changed yet.
package struct PreparedReport: Sendable {
  /// What became of the figures that were asked for.
  package fileprivate(set) var figures: [DrawnFigure] = []
  /// The paths of the summary and the pages.
  package fileprivate(set) var texts: [FilePath] = []
  /// What the figures that were drawn show.
  package fileprivate(set) var drawn: [FigureData] = []
  /// The figures whose PNGs lack the data that they were to hold, for it is too large.
  package fileprivate(set) var withoutData: [FigureID] = []
  fileprivate var files: [(path: FilePath, bytes: [UInt8])] = []
  /// Files that are left of another run: figures that this one does not give, and formats and dark pairs no longer kept.
  fileprivate var stale: Set<FilePath> = []
}

extension ResultsFolder {
  /// Draws a run's figures and writes its texts, as they are to be put in this folder. The folder stays as it is.
  ///
  /// After a crash that left another run's figures, the standard ones and all that are there are drawn as well, whatever
  /// the options say.
  ///
  /// - Parameter savesRun: whether `run/` is to be put in the folder too.
  /// - Throws: ``DrawingError``; ``ForeignPage`` if a person's file is in the place of a page that is asked for.
  package func prepare(
    _ facts: RunFacts, _ options: ReportOptions, savesRun: Bool = false
  ) throws -> PreparedReport {
    let pages = try pages(options.pages)
    var report = PreparedReport()
    try addFigures(to: &report, of: facts, options, withDarkPairs: pages.contains(where: \.showsFigures))
    report.add(summaryText(of: facts), as: layout.summary)
    if keepsMistakes(with: pages) {
      if let table = mistakesTable(of: facts.run) {
        report.add(table, as: layout.mistakes)
      } else {
        report.stale.insert(layout.mistakes)
      }
    }
    if pages.isEmpty { return report }
    let figures = figureFiles { name in
      let path = layout.file(name)
      return report.files.contains { $0.path == path } || File.exists(path) && !report.stale.contains(path)
    }
    let page = ReportPage(of: facts, holdsRun: savesRun || Folder.isFolder(layout.run.folder))
    for form in pages { report.add(form.render(page, figures: figures), as: layout.file(form.file)) }
    return report
  }

  /// Draws the figures that are asked for.
  private func addFigures(
    to report: inout PreparedReport, of facts: RunFacts, _ options: ReportOptions, withDarkPairs: Bool
  ) throws {
    let ids = figures(of: options.figures).map { $0.id }
    var pictures: [(file: FigureFile, data: FigureData)] = []
    for (figure, content) in facts.figures where ids.contains(figure) {
      var entry = DrawnFigure(name: figure.name)
      switch content {
      case .success(let data):
        let files = files(of: figure, options, withDarkPairs: withDarkPairs)
        pictures += files.map { ($0, data) }
        entry.files = files.map { layout.file($0.name) }
        report.drawn.append(data)
        if try options.embedsData && files.contains(where: { $0.format == .png }) && data.isTooLargeToEmbed {
          report.withoutData.append(figure)
        }
      case .failure(let missing): entry.leftOut = missing.reason
      }
      report.stale.formUnion(figure.allFiles.map { layout.file($0) })
      report.stale.subtract(entry.files)
      report.figures.append(entry)
    }
    let bytes = try drawSideBySide(pictures, dpi: options.dpi, embedsData: options.embedsData)
    report.files = zip(pictures, bytes).map { (layout.file($0.file.name), $1) }
  }

  /// The figures to draw, those that would become another run's included.
  private func figures(of set: FigureSet) -> [any FigureContent.Type] {
    let isUnfinished = File.exists(layout.unfinished)
    let isNamed = if case .named = set { true } else { false }
    var ids = Set(set.figures.map { $0.id })
    if isUnfinished { ids.formUnion(FigureCatalogue.standard.map { $0.id }) }
    return FigureCatalogue.all.filter { figure in
      ids.contains(figure.id)
        || (isUnfinished || !isNamed) && figure.id.allFiles.contains { File.exists(layout.file($0)) }
    }
  }

  /// Puts a report in the folder, and the run that it was made from if that is given. What is written is on the disk before
  /// anything is replaced, so that an error leaves the run, the figures and the texts that were there.
  ///
  /// - Parameter run: takes the place of `run/`, the old one or the new one being there, whole, at any moment.
  package func put(_ report: PreparedReport, saving run: SavedRun? = nil) throws {
    let staged = try StagedFiles(report.files)
    if let run { try save(run) }
    try staged.commit()
    for path in report.stale { try File.remove(path) }
    try File.remove(layout.unfinished)
  }

  /// Replaces `run/`; from then until the end the folder is marked as unfinished.
  private func save(_ run: SavedRun) throws {
    let wasUnfinished = File.exists(layout.unfinished)
    let before = Folder.state(of: layout.run.folder)
    try AtomicFile.write([], to: layout.unfinished)
    do {
      try run.write(to: layout.run.folder)
    } catch {
      // The first error is the one to tell.
      if !wasUnfinished, Folder.state(of: layout.run.folder) == before { try? File.remove(layout.unfinished) }
      throw error
    }
  }
}

extension PreparedReport {
  fileprivate mutating func add(_ text: String, as path: FilePath) {
    files.append((path, Array(text.utf8)))
    texts.append(path)
  }
}
