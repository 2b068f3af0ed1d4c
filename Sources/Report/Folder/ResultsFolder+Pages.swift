import Files
import Figures

extension ResultsFolder {
  /// The forms of the page that the folder is to hold: those asked for, and those it has of ours, which would soon tell of
  /// another run if they were not written with the figures.
  ///
  /// - Throws: as ``checkPagesAreOurs(_:)`` does.
  func pages(_ asked: [any PageRenderer]) throws -> [any PageRenderer] {
    try checkPagesAreOurs(asked)
    return PageRenderers.all.filter { form in
      asked.contains { $0.name == form.name } || (try? holdsOurs(form)) == true
    }
  }

  /// Makes sure that pages can be written, before long work.
  ///
  /// - Throws: ``ForeignPage`` if a person's file has the name of one, or what keeps that file from being read.
  package func checkPagesAreOurs(_ asked: [any PageRenderer]) throws {
    for form in asked where File.exists(layout.file(form.file)) {
      if try !holdsOurs(form) { throw ForeignPage(path: layout.file(form.file), form: form.name) }
    }
    if let form = asked.first, File.exists(layout.mistakes), try !holdsOurMistakes {
      throw ForeignPage(path: layout.mistakes, form: form.name)
    }
  }

  /// Whether `mistakes.csv` is to be written: with a page, or if the folder has one of ours.
  func keepsMistakes(with pages: [any PageRenderer]) -> Bool {
    !pages.isEmpty || (try? holdsOurMistakes) == true
  }

  /// Whether the folder holds a `mistakes.csv` that this program has written.
  private var holdsOurMistakes: Bool {
    get throws { try File.read(layout.mistakes).starts(with: (mistakesHeader + "\n").utf8) }
  }

  /// Whether the folder holds a page of this form that this program has written.
  private func holdsOurs(_ form: any PageRenderer) throws -> Bool {
    try File.read(layout.file(form.file)).starts(with: form.marker.utf8)
  }

  /// The files that show the figures, in a format that pages can show.
  ///
  /// - Parameter holds: whether the folder will hold a file of this name.
  func figureFiles(where holds: (String) -> Bool) -> FigureFiles {
    func name(_ figure: FigureID, forDarkPages isDark: Bool) -> String? {
      [.png, .svg].map { figure.file($0, forDarkPages: isDark) }.first(where: holds)
    }
    var files = FigureFiles()
    for figure in FigureCatalogue.all.map({ $0.id }) {
      files.files[figure] = name(figure, forDarkPages: false).map {
        FigureFiles.Files(light: $0, dark: name(figure, forDarkPages: true))
      }
    }
    return files
  }
}
