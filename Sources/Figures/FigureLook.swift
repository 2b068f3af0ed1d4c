import Plotting

/// How the figures of a report look.
package struct FigureLook: Sendable, Equatable {
  /// How figures are laid out and worded.
  package enum Style: String, CaseIterable, Sendable {
    /// As the original Python project's: the same layout, words and colours.
    case original
    /// Quiet: narrow gaps, names at the ends of lines, errors before all else.
    case clean
  }

  /// The page that figures are made for.
  package enum Theme: String, CaseIterable, Sendable {
    /// A white page.
    case light
    /// A dark page.
    case dark
  }

  /// The layout and the words.
  package var style: Style
  /// The page.
  package var theme: Theme

  /// Creates a look; the default is the original's.
  package init(style: Style = .original, theme: Theme = .light) {
    self.style = style
    self.theme = theme
  }

  /// Colours and sizes that a figure does not state.
  var plottingTheme: Plotting.Theme {
    switch (style, theme) {
    case (.original, .light): Plotting.Theme()
    case (.original, .dark): .dark
    case (.clean, .light): .clean
    case (.clean, .dark): .cleanDark
    }
  }

  /// What is right and what is wrong in the original's captions.
  var rightColor: Color { theme == .light ? .green : Color(hex: 0x3FB950) }
  var wrongColor: Color { theme == .light ? .red : Color(hex: 0xFF7B72) }

  /// The colours of models in the order of the run: matplotlib's `b` and `r`, then ones that differ from both; lighter ones
  /// on a dark page; in the clean style the theme's.
  func modelColor(_ index: Int) -> Color {
    let colors: [Color] =
      switch (style, theme) {
      case (.original, .light):
        [.blue, .red, .green, Color(hex: 0xFF8C00), Color(hex: 0x8B00C8), Color(hex: 0x008B8B)]
      case (.original, .dark):
        [
          Color(hex: 0x6CA8FF), Color(hex: 0xFF6B6B), Color(hex: 0x4CC26A), Color(hex: 0xFFA733),
          Color(hex: 0xC792FF), Color(hex: 0x3DC9C9),
        ]
      case (.clean, _): plottingTheme.marks.palette
      }
    return colors[index % colors.count]
  }
}
