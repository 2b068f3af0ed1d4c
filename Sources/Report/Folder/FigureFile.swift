import Files
import Figures

/// One file of a figure that is to be drawn.
struct FigureFile: Sendable, Equatable {
  var figure: FigureID
  var format: FigureFormat
  var look: FigureLook
  /// The file's name in the results folder.
  var name: String
}

extension ResultsFolder {
  /// The files to draw for a figure: one per format, then those for dark pages. A format that is already in the folder is
  /// drawn as well, for it would be another run's.
  ///
  /// - Parameter withDarkPairs: whether a figure for light pages gets a file for dark pages beside it,
  ///   `03_confusion_matrix-dark.png`.
  func files(of figure: FigureID, _ options: ReportOptions, withDarkPairs: Bool) -> [FigureFile] {
    let formats = FigureFormat.allCases.filter {
      options.formats.contains($0) || File.exists(layout.file(figure.file($0)))
    }
    let plain = formats.map {
      FigureFile(figure: figure, format: $0, look: options.look, name: figure.file($0))
    }
    guard withDarkPairs, options.look.page == .light else { return plain }
    var darkLook = options.look
    darkLook.page = .dark
    return plain
      + formats.map {
        FigureFile(figure: figure, format: $0, look: darkLook, name: figure.file($0, forDarkPages: true))
      }
  }
}

extension FigureID {
  /// The name of a figure's file in a format: `03_confusion_matrix.png`, and `03_confusion_matrix-dark.png` for dark pages.
  func file(_ format: FigureFormat, forDarkPages isDark: Bool = false) -> String {
    ResultsLayout.Names.figure(name, format.rawValue, forDarkPages: isDark)
  }

  /// The names of every file that the figure can have.
  var allFiles: [String] {
    FigureFormat.allCases.flatMap { [file($0), file($0, forDarkPages: true)] }
  }
}
