import NumberText

/// A figure with everything at its place: all that drawing needs. Pixels; y grows upwards from the page's bottom.
struct FigureLayout: Sendable {
  /// The page's size in whole pixels.
  var width: Int
  var height: Int
  /// The page's height before it was cut to whole pixels. Text is placed from it and all else from the whole one, as in
  /// matplotlib, which leaves text up to a pixel lower.
  var exactHeight: Double
  var dpi: Double
  var theme: Theme
  var panels: [PanelLayout]
  /// The figure's title and its subtitle.
  var titles: [PlacedText]
  /// The legend of all panels, as that of one that has the marks of all.
  var legend: PanelLayout?

  /// The largest page, in pixels, along either side.
  static let largestSide = 30_000

  /// Lays `figure` out at `dpi`: margins at the theme's layout density, then everything at `dpi`, then the page is
  /// cut to what is drawn.
  init(_ figure: Figure, dpi: Double, text: TextEngine) throws(PlottingError) {
    try ValueCheck(operation: "lay out figure").number(dpi, "dpi", .density)
    try figure.check()
    let margins = LayoutContext(text: text, dpi: figure.theme.layoutDPI, theme: figure.theme)
    let figure = try margins.wrapped(figure.resolved)
    let plan = try GridPlan(figure, context: margins)
    let context = LayoutContext(text: text, dpi: dpi, theme: figure.theme)
    let size = Size(width: figure.size.width * dpi, height: figure.size.height * dpi)
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)

    if figure.fit == .exact {
      let placed = try plan.place(figure, in: whole, context: context)
      // What rounding takes from a whole number of pixels is not cut.
      let page = Size(width: (size.width + 0.01).rounded(.down), height: (size.height + 0.01).rounded(.down))
      try self.init(placed, size: page, dpi: dpi, theme: figure.theme)
      return
    }
    // Once to find what is drawn, and again where it comes to stand: rounding depends on the place.
    let uncut = try plan.place(figure, in: whole, context: context, isFinal: false)
    let drawn = uncut.bounds(tickLength: context.pixels(figure.theme.ticks.length)) ?? whole
    let inch = 1 / dpi
    let page = Rect(
      minX: drawn.minX * inch, minY: drawn.minY * inch, maxX: drawn.maxX * inch, maxY: drawn.maxY * inch
    ).padded(figure.theme.pagePad)
    let cut = try plan.place(
      figure, in: whole.offset(x: -page.minX * dpi, y: -page.minY * dpi), context: context)
    try self.init(
      cut, size: Size(width: page.width * dpi, height: page.height * dpi), dpi: dpi, theme: figure.theme)
  }

  /// A page of `size` pixels, cut to whole ones.
  private init(_ placed: PlacedPanels, size: Size, dpi: Double, theme: Theme) throws(PlottingError) {
    let width = size.width.rounded(.down)
    let height = size.height.rounded(.down)
    guard width >= 1, height >= 1, width <= Double(Self.largestSide), height <= Double(Self.largestSide) else {
      throw PlottingError(
        .pageTooLarge, operation: "lay out figure",
        reason: """
          the page would be \(fixedPoint(width, decimals: 0)) x \(fixedPoint(height, decimals: 0)) pixels, and at most \
          \(Self.largestSide) per side are drawn
          """)
    }
    self.width = Int(width)
    self.height = Int(height)
    self.exactHeight = size.height
    self.dpi = dpi
    self.theme = theme
    self.panels = placed.panels
    self.titles = placed.titles
    legend = placed.legend
  }
}

/// The grid of a figure's panels and the names on their axes: what is decided before the density is known.
struct GridPlan {
  var grid: SubplotGrid
  var cells: [GridFlow.Cell]
  var categories: [PanelCategories]

  init(_ figure: Figure, context: LayoutContext) throws(PlottingError) {
    cells = GridFlow(figure).cells
    grid = figure.grid
    categories = []
    let size = Size(width: figure.size.width * context.dpi, height: figure.size.height * context.dpi)
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    for (index, axes) in figure.panels.enumerated() {
      categories.append(try context.categories(of: axes, cell: cell(index), figure: whole))
    }
    let placed = try place(figure, in: whole, context: context, isFinal: false)
    let pad = figure.theme.layoutPad * (figure.theme.fontSize / 72)
    let tight = TightLayout(
      figure: size, pad: Size(width: pad / figure.size.width, height: pad / figure.size.height),
      title: Rect.union(of: placed.titles.map(\.bounds)), outside: placed.room(forLegend: figure.legend))
    let tickLength = context.pixels(figure.theme.ticks.length)
    grid = tight.fit(
      grid, cells: cells, bounds: placed.panels.map { $0.bounds(forLayout: true, tickLength: tickLength) })
  }

  private func cell(_ index: Int) -> Rect { grid.cell(cells[index]) }

  /// Puts all panels and the title of `figure` into `box`, or finds the room that they take.
  func place(
    _ figure: Figure, in box: Rect, context: LayoutContext, isFinal: Bool = true
  ) throws(PlottingError) -> PlacedPanels {
    var placed = PlacedPanels(panels: [], titles: [])
    for (index, axes) in figure.panels.enumerated() {
      placed.panels.append(
        try context.place(
          axes, categories: categories[index], cell: cell(index), figure: box,
          aspect: figure.size.height / figure.size.width, isFinal: isFinal))
    }
    if let title = figure.title {
      let edge = placed.bounds(tickLength: context.pixels(context.theme.ticks.length))?.minX ?? box.minX
      placed.titles = try context.place(
        title, at: Point(x: edge, y: box.minY + title.top * box.height), center: box.minX + 0.5 * box.width)
    }
    if let legend = figure.legend {
      let bounds = placed.panels.map {
        $0.bounds(forLayout: false, tickLength: context.pixels(context.theme.ticks.length))
      }
      placed.legend = try context.place(legend, of: placed.panels, within: bounds)
    }
    return placed
  }
}

extension LayoutContext {
  /// Puts a title and its subtitle below `corner`, or centred at `center` where the theme has it so.
  fileprivate func place(_ title: FigureTitle, at corner: Point, center: Double) throws(PlottingError) -> [PlacedText] {
    let isCentered = theme.titlePosition == .center
    let x = isCentered ? center : corner.x
    let alignment = TextAlignment(horizontal: isCentered ? .center : .left, vertical: .top)
    let main = try text.place(
      title.label.text, title.label.style(from: theme.figureTitle), at: Point(x: x, y: corner.y), alignment, dpi: dpi)
    guard let subtitle = title.subtitle else { return [main] }
    return [
      main,
      try text.place(
        subtitle.text, subtitle.style(from: theme.figureSubtitle),
        at: Point(x: x, y: main.bounds.minY - pixels(theme.labelPad)), alignment, dpi: dpi),
    ]
  }
}

/// Panels and titles at their places.
struct PlacedPanels {
  var panels: [PanelLayout]
  var titles: [PlacedText]
  var legend: PanelLayout?

  /// The box around all that is drawn; nil where nothing is.
  func bounds(tickLength: Double) -> Rect? {
    var boxes = panels.map { $0.bounds(forLayout: false, tickLength: tickLength) }
    boxes += titles.map(\.bounds)
    if let frame = legend?.legend?.frame { boxes.append(frame) }
    return Rect.union(of: boxes)
  }
}
