import Figures

/// The files beside a page that show its figures.
package struct FigureFiles: Sendable, Equatable {
  /// The files of a figure: one for any page, or one for light pages and one for dark ones.
  struct Files: Sendable, Equatable {
    var light: String
    var dark: String?
  }

  /// The files by figure; a figure that has none is not shown.
  var files: [FigureID: Files] = [:]
}
