import SystemPackage

/// Where everything in a results folder is. The layouts are the only place that knows the names.
package struct ResultsLayout: Sendable, Equatable {
  /// The names of what lies directly in the folder; pages link to them.
  package enum Names {
    /// The folder of the saved run.
    package static let run = "run"
    /// The folder of a run under way.
    package static let checkpoint = "checkpoint"
    /// The original project's summary.
    package static let summary = "summary.txt"
    /// The page in Markdown.
    package static let markdownPage = "README.md"
    /// The page as plain text.
    package static let textPage = "report.txt"
    /// What the featured model misclassified, as a table.
    package static let mistakes = "mistakes.csv"
    /// The mark of a folder whose figures may be another run's.
    package static let unfinished = ".unfinished"

    /// A figure's file.
    ///
    /// - Parameters:
    ///   - figure: the figure's name, such as `03_confusion_matrix`.
    ///   - fileExtension: the file name extension, such as `png`.
    ///   - isDark: whether it is the twin for dark pages, `03_confusion_matrix-dark.png`.
    package static func figure(_ figure: String, _ fileExtension: String, forDarkPages isDark: Bool = false) -> String {
      "\(figure)\(isDark ? "-dark" : "").\(fileExtension)"
    }
  }

  /// The results folder.
  package let folder: FilePath

  /// The layout of a folder, which need not exist.
  package init(_ folder: FilePath) { self.folder = folder }

  /// The saved run.
  package var run: RunLayout { RunLayout(file(Names.run)) }

  /// What is kept of a run under way.
  package var checkpoint: CheckpointLayout { CheckpointLayout(file(Names.checkpoint)) }

  /// The original project's summary.
  package var summary: FilePath { file(Names.summary) }

  /// What the featured model misclassified, as a table.
  package var mistakes: FilePath { file(Names.mistakes) }

  /// Marks the time between replacing the run and having put in place everything drawn from it. After a crash in between,
  /// the figures are still another run's.
  package var unfinished: FilePath { file(Names.unfinished) }

  /// A figure or page, by its name.
  package func file(_ name: String) -> FilePath { folder.appending(name) }
}
