extension Theme {
  /// The defaults on a dark page: the same places and sizes, other colours.
  public static let dark = Theme().colored(.dark)

  /// A quiet style on a white page: titles at the left edge, no ticks, a line below and faint level grid lines.
  public static let clean = cleanLayout.colored(.light).withQuietLabels(.light)

  /// The quiet style on a dark page.
  public static let cleanDark = cleanLayout.colored(.dark).withQuietLabels(.dark)

  private static var cleanLayout: Theme {
    var theme = Theme()
    theme.figureTitle = TextStyle(size: 15, weight: .bold)
    theme.figureSubtitle = TextStyle(size: 9.5)
    theme.panelTitle = TextStyle(size: 10, weight: .bold)
    theme.panelNote = TextStyle(size: 8)
    theme.axisLabel = TextStyle(size: 9)
    theme.tickLabel = TextStyle(size: 9)
    theme.annotation = TextStyle(size: 9)
    theme.legend.text = TextStyle(size: 9, weight: .bold)
    theme.titlePosition = .left
    theme.titlePad = 5
    theme.labelPad = 5
    theme.ticks.length = 0
    theme.minorTicks.length = 0
    theme.tickPad = 5
    theme.frameEdges = .bottom
    theme.hasVerticalGrid = false
    theme.namesRunUpwards = false
    theme.marks.lineWidth = 2
    theme.marks.cellGap = 1
    theme.marks.fillsBoxes = true
    theme.layoutPad = 0.9
    theme.pagePad = 0.15
    return theme
  }

  /// The colours of a page.
  private struct Inks {
    var page: Color
    var text: Color
    /// Text of the second rank.
    var quietText: Color
    var frame: Color
    var grid: Color
    var box: Color
    /// Marks' colours: at least 4.5 to 1 to the page, so that words can have them too, and apart to every kind of colour
    /// vision.
    var palette: [Color]

    static let light = Inks(
      page: .white, text: Color(hex: 0x1F2328), quietText: Color(hex: 0x59636E), frame: Color(hex: 0x818B98),
      grid: Color(hex: 0xE3E7EB), box: Color(hex: 0xD1D9E0),
      palette: [
        Color(hex: 0x0969DA), Color(hex: 0xC2410C), Color(hex: 0x00705C), Color(hex: 0x6B2192), Color(hex: 0x3F2A14),
        Color(hex: 0xB5479B), Color(hex: 0x6B7440), Color(hex: 0x0B1B40),
      ])

    static let dark = Inks(
      page: Color(hex: 0x0D1117), text: Color(hex: 0xE6EDF3), quietText: Color(hex: 0x9198A1),
      frame: Color(hex: 0x6E7681), grid: Color(hex: 0x262C36), box: Color(hex: 0x3D444D),
      palette: [
        Color(hex: 0x4C9AFF), Color(hex: 0xF0803C), Color(hex: 0x7CF5CB), Color(hex: 0xE9A9FF), Color(hex: 0xF8E26B),
        Color(hex: 0xF23FA0), Color(hex: 0x928858), Color(hex: 0xA8D888),
      ])
  }

  /// The same places and sizes in other colours.
  private func colored(_ inks: Inks) -> Theme {
    var theme = self
    theme.background = inks.page
    theme.figureTitle.color = inks.text
    theme.figureSubtitle.color = inks.quietText
    theme.panelTitle.color = inks.text
    theme.panelNote.color = inks.quietText
    theme.axisLabel.color = inks.text
    theme.tickLabel.color = inks.text
    theme.annotation.color = inks.text
    theme.frame.color = inks.text
    theme.ticks.color = inks.text
    theme.minorTicks.color = inks.text
    theme.legend.text.color = inks.text
    theme.legend.fill = inks.page.opacity(0.8)
    theme.legend.edge.color = inks.box
    theme.marks.palette = inks.palette
    theme.marks.rule.color = inks.quietText
    theme.marks.textOnLight = .black
    theme.marks.lightCell = nil
    return theme
  }

  /// Axes and grid in the background.
  private func withQuietLabels(_ inks: Inks) -> Theme {
    var theme = self
    theme.axisLabel.color = inks.quietText
    theme.tickLabel.color = inks.quietText
    theme.frame.color = inks.frame
    theme.grid.color = inks.grid
    return theme
  }
}
