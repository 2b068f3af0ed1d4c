import AtomicFiles
import Figures
import Problems
import RunRecords

/// The README of a results folder is a person's, who must remove it first.
public struct ForeignReadme: Problem, Equatable {
  /// The file.
  public let path: String

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
  private var readme: String { file("README.md") }

  /// Whether the folder is to hold a README: one is asked for, or there is one of ours, which would soon tell of another
  /// run if it were not written with the figures. To be asked before anything is written.
  ///
  /// - Throws: ``ForeignReadme`` where one is asked for and another's is in its place.
  public func keepsReadme(asked: Bool) throws -> Bool {
    guard AtomicFile.exists(readme) else { return asked }
    let isOurs: Bool
    do throws(FileError) {
      isOurs = try AtomicFile.read(readme).starts(with: Readme.marker.utf8)
    } catch {
      // Nobody asked for it.
      if asked { throw error }
      return false
    }
    if asked && !isOurs { throw ForeignReadme(path: readme) }
    return isOurs
  }

  /// Writes `README.md`, which shows the figures that are in the folder, and returns its path.
  public func writeReadme(of run: SavedRun) throws(FileError) -> String {
    let text = Readme(
      run: run, figures: figures(forDarkPages: false), darkFigures: figures(forDarkPages: true),
      holdsRun: Folder.isFolder(file("run"))
    ).text
    try AtomicFile.write(Array(text.utf8), to: readme)
    return readme
  }

  /// The figures that the folder holds in a format that pages show, with their files.
  private func figures(forDarkPages isDark: Bool) -> [ReportFigure: String] {
    var files: [ReportFigure: String] = [:]
    for figure in ReportFigure.allCases {
      files[figure] = [.png, .svg].map { figure.file($0, forDarkPages: isDark) }
        .first { AtomicFile.exists(file($0)) }
    }
    return files
  }
}
