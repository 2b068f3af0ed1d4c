import AtomicFiles
import Figures
import Problems
import RunRecords

/// The README of a results folder is a person's, who must remove it first.
package struct ForeignReadme: Problem, Equatable {
  /// The file.
  package let path: String

  /// What is in the way.
  package var what: String { "cannot write \(path): it is not one of training-report's" }

  /// What to do about it.
  package var advice: String { "Move it away, choose another folder, or write no README" }

  /// The folder is taken.
  package var kind: ProblemKind { .cannotCreate }

  /// A README is only written if one is asked for.
  package var remedy: Remedy? { .leaveReadmeOut }
}

extension ResultsFolder {
  var readme: String { file("README.md") }

  /// Whether the folder holds a README of ours, which would soon tell of another run if it were not written with the figures.
  var hasOwnReadme: Bool {
    guard let text = try? AtomicFile.read(readme) else { return false }
    return text.starts(with: Readme.marker.utf8)
  }

  /// Makes sure that a README can be written, before long work.
  ///
  /// - Throws: ``ForeignReadme`` if there is one that is not ours, or what keeps it from being read.
  package func checkReadmeIsOurs() throws {
    guard AtomicFile.exists(readme) else { return }
    if try !AtomicFile.read(readme).starts(with: Readme.marker.utf8) { throw ForeignReadme(path: readme) }
  }

  /// The text of the README, which shows the figures that the folder will hold in a format that pages show.
  ///
  /// - Parameter holds: whether a file of this name will be in the folder.
  func readmeText(of run: SavedRun, holdsRun: Bool, holds: (String) -> Bool) -> String {
    func figures(forDarkPages isDark: Bool) -> [ReportFigure: String] {
      var files: [ReportFigure: String] = [:]
      for figure in ReportFigure.allCases {
        files[figure] = [.png, .svg].map { figure.file($0, forDarkPages: isDark) }.first(where: holds)
      }
      return files
    }
    return Readme(
      run: run, figures: figures(forDarkPages: false), darkFigures: figures(forDarkPages: true), holdsRun: holdsRun
    ).text
  }
}
