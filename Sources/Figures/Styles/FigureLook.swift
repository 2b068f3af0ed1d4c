import Plotting

/// How the figures of a report look: a style on a page, and what a reader asks of them.
package struct FigureLook: Sendable, Equatable {
  /// Sizes, words and layout.
  package var style: FigureStyle
  /// The page.
  package var page: Page
  /// What is asked of figures beside their look.
  package var options: FigureOptions
  /// Fonts of one's own, for characters that the compiled-in font lacks.
  package var fonts: [Font] = []

  /// Creates a look; the default is the original's.
  package init(style: FigureStyle = .original, page: Page = .light, options: FigureOptions = FigureOptions()) {
    self.style = style
    self.page = page
    self.options = options
  }

  /// The style's colours on the page.
  var colors: PageColors { page == .light ? style.light : style.dark }

  /// Colours and sizes that a figure does not state.
  var theme: Theme {
    var theme = colors.theme
    theme.fonts = fonts
    return theme
  }

  /// The colour of a model, by its position in the run.
  func modelColor(_ index: Int) -> Color { colors.models[index % colors.models.count] }

  /// Grid lines, as faint as the style has them.
  var gridColor: Color { theme.grid.color.opacity(style.grid.opacity * theme.grid.color.alpha) }

  /// A title of a figure or a panel.
  func title(_ text: String) -> Label { Label(text, size: style.titleText.size, weight: style.titleText.weight) }

  /// The name of an axis.
  func axisLabel(_ text: String) -> Label { Label(text, size: style.axisText.size, weight: style.axisText.weight) }

  /// The title above all panels; nil if the style has titles above panels only.
  func figureTitle(_ heading: FigureHeading) -> FigureTitle? {
    guard style.titles == .aboveFigure else { return nil }
    return FigureTitle(title(heading.headline), subtitle: heading.subtitle.map { Label($0) }, top: 1)
  }

  /// The title above the only panel; nil if the style has titles above figures.
  func panelTitle(_ heading: FigureHeading) -> Label? {
    style.titles == .abovePanels ? title(heading.title) : nil
  }
}

/// What a figure is called, for styles with a title alone and for those with a quiet second line.
struct FigureHeading {
  /// The title if it stands alone.
  var title: String
  /// The title if a subtitle follows.
  var headline: String
  /// What is shown, in a few words; nil if there is nothing to add.
  var subtitle: String?
}
