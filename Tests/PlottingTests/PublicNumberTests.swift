import Testing

@testable import Plotting

/// Every public number of a figure, set to what makes no sense: a picture in all three formats, or an error that names the
/// property.
@Suite struct PublicNumberTests {
  struct Property: Sendable, CustomTestStringConvertible {
    var name: String
    var set: @Sendable (inout Figure, Double) -> Void
    var testDescription: String { name }
  }

  static let numbers = [
    0, -1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, 1e-9, 1e6, 1e18, 1e300, -1e300,
    .greatestFiniteMagnitude,
  ]

  /// A figure in which every property has something to change.
  private static let figure: Figure = {
    var theme = Theme()
    theme.panelBackground = .white
    theme.colorBar.outline = LineStyle(color: .black, width: 1)
    return Figure(
      size: Size(width: 4, height: 2), title: FigureTitle("Title", subtitle: "Subtitle"), columns: 2,
      panels: [
        Axes(
          title: "Panel", note: "Note", x: Axis(label: "x"), y: Axis(label: "y", scale: .log(), from: 0.1, to: 100),
          grid: Grid(), legend: Legend()
        ) {
          Line(x: [0, 1, 2], y: [1, 2, 4], dash: .dashed, marker: .plus, label: "line")
          Band(x: [0, 1], lower: [1, 2], upper: [2, 3], label: "band")
          Dots(x: [0, 1], y: [1, 2], label: "dots")
          Rule(y: 2, dash: .dotted, label: "rule")
          Text("text", x: 1, y: 2, hasArrow: true)
          Bars(["a", "b"], [1, 2], label: "bars")
        },
        Axes(x: Axis(scale: .band(["a", "b"])), y: Axis(label: "y"), colorBar: ColorBar(label: "bar")) {
          Heatmap(rows: 2, columns: 2, values: [1, 2, 3, 4], annotations: ["1", "2", "3", "4"])
        },
      ], theme: theme)
  }()

  private static let inset = Axes { Line(y: [1, 2]) }

  private static func theme(_ name: String, _ path: WritableKeyPath<Theme, Double> & Sendable) -> Property {
    Property(name: "theme.\(name)") { $0.theme[keyPath: path] = $1 }
  }

  private static func mark(_ name: String, _ index: Int, _ set: @escaping @Sendable (Mark, Double) -> Mark) -> Property
  {
    Property(name: name) { $0.panels[0].marks[index] = set($0.panels[0].marks[index], $1) }
  }

  static let ofTheme: [Property] = [
    theme("figureTitle.size", \.figureTitle.size), theme("panelTitle.size", \.panelTitle.size),
    theme("axisLabel.size", \.axisLabel.size), theme("tickLabel.size", \.tickLabel.size),
    theme("annotation.size", \.annotation.size), theme("figureSubtitle.size", \.figureSubtitle.size),
    theme("panelNote.size", \.panelNote.size), theme("titlePad", \.titlePad), theme("labelPad", \.labelPad),
    theme("smallestText", \.smallestText), theme("frame.width", \.frame.width), theme("ticks.length", \.ticks.length),
    theme("ticks.width", \.ticks.width), theme("minorTicks.length", \.minorTicks.length),
    theme("minorTicks.width", \.minorTicks.width), theme("tickPad", \.tickPad), theme("commonPad", \.commonPad),
    theme("grid.width", \.grid.width), theme("legend.text.size", \.legend.text.size),
    theme("legend.edge.width", \.legend.edge.width), theme("legend.cornerRadius", \.legend.cornerRadius),
    theme("legend.borderPad", \.legend.borderPad), theme("legend.rowSpacing", \.legend.rowSpacing),
    theme("legend.columnSpacing", \.legend.columnSpacing),
    theme("legend.handleLength", \.legend.handleLength), theme("legend.handleHeight", \.legend.handleHeight),
    theme("legend.handleTextPad", \.legend.handleTextPad), theme("legend.axesPad", \.legend.axesPad),
    theme("colorBar.widthShare", \.colorBar.widthShare), theme("colorBar.gapShare", \.colorBar.gapShare),
    theme("colorBar.aspect", \.colorBar.aspect), theme("marks.lineWidth", \.marks.lineWidth),
    theme("marks.dotSize", \.marks.dotSize), theme("marks.bandOpacity", \.marks.bandOpacity),
    theme("marks.violinOpacity", \.marks.violinOpacity),
    theme("marks.rule.width", \.marks.rule.width), theme("marks.cellTextSize", \.marks.cellTextSize),
    theme("marks.cellGap", \.marks.cellGap), theme("fontSize", \.fontSize), theme("layoutPad", \.layoutPad),
    theme("pagePad", \.pagePad), theme("dataMargin", \.dataMargin), theme("layoutDPI", \.layoutDPI),
    theme("background.red", \.background.red), theme("background.alpha", \.background.alpha),
    theme("tickLabel.color.green", \.tickLabel.color.green), theme("frame.color.blue", \.frame.color.blue),
    theme("grid.color.alpha", \.grid.color.alpha), theme("legend.fill.alpha", \.legend.fill.alpha),
    theme("legend.edge.color.red", \.legend.edge.color.red), theme("marks.palette[0].red", \.marks.palette[0].red),
    theme("marks.textOnLight.red", \.marks.textOnLight.red), theme("marks.textOnDark.blue", \.marks.textOnDark.blue),
    theme("ticks.color.red", \.ticks.color.red), theme("marks.rule.color.alpha", \.marks.rule.color.alpha),
    Property(name: "theme.panelBackground.red") { $0.theme.panelBackground?.red = $1 },
    Property(name: "theme.colorBar.outline.width") { $0.theme.colorBar.outline?.width = $1 },
    Property(name: "theme.marks.lightCell") { $0.theme.marks.lightCell = $1 },
  ]

  static let ofFigure: [Property] = [
    Property(name: "size.width") { $0.size.width = $1 }, Property(name: "size.height") { $0.size.height = $1 },
    Property(name: "title.top") { $0.title?.top = $1 },
    Property(name: "title.label.size") { $0.title?.label.size = $1 },
    Property(name: "title.label.color.red") { $0.title?.label.color = Color(grey: $1) },
    Property(name: "title.subtitle.size") { $0.title?.subtitle?.size = $1 },
    Property(name: "title.size") { $0.panels[0].title?.size = $1 },
    Property(name: "title.color.red") { $0.panels[0].title?.color = Color(grey: $1) },
    Property(name: "note.size") { $0.panels[0].note?.size = $1 },
    Property(name: "label.size") { $0.panels[0].x.label?.size = $1 },
    Property(name: "grid.opacity") { $0.panels[0].grid = Grid(opacity: $1) },
    Property(name: "legend.fontSize") { $0.panels[0].legend = Legend(fontSize: $1) },
    Property(name: "legend.fontSize") { $0.panels[0].legend = Legend(fontSize: $1, placement: .lineEnds) },
    Property(name: "colorBar.label.size") { $0.panels[1].colorBar?.label?.size = $1 },
    Property(name: "base") { $0.panels[0].x.scale = .log(base: $1) },
    Property(name: "threshold") { $0.panels[0].x.scale = .symlog(threshold: $1) },
    Property(name: "shown from") { $0.panels[0].x.from = $1 }, Property(name: "shown to") { $0.panels[0].x.to = $1 },
    Property(name: "shown from") { $0.panels[0].y.from = $1 },
    Property(name: "shown from") { $0.panels[1].y.from = $1 },
    Property(name: "shown from") { ($0.panels[1].y.from, $0.panels[1].y.to) = (0, $1) },
    Property(name: "exponent") { $0.panels[0].x.scale = .power($1) },
    Property(name: "hours from UTC") { $0.panels[0].x.scale = .date(hoursFromUTC: $1) },
    Property(name: "shown from") { ($0.panels[0].x.scale, $0.panels[0].x.from) = (.date(), $1) },
    Property(name: "shown to") { ($0.panels[0].x.scale, $0.panels[0].x.to) = (.squareRoot, $1) },
    Property(name: "multiples") { $0.panels[0].x.ticks = .multiples(of: $1) },
    Property(name: "named ticks") { $0.panels[0].x.ticks = .labels([($1, "a"), (1, "b")]) },
    Property(name: "percentage") { $0.panels[0].x.format = .percent(of: $1) },
    Property(name: "tickAngle") { $0.panels[0].x.tickAngle = $1 },
    Property(name: "tickAngle") { $0.panels[1].x.tickAngle = $1 },
    Property(name: "aspect") { $0.panels[0].aspect = .ratio($1) },
    Property(name: "aspect") { $0.panels[0].aspect = .box($1) },
    Property(name: "rowHeights") { $0.rowHeights = [$1] },
    Property(name: "columnWidths") { $0.columnWidths = [1, $1] },
    Property(name: "insets.x") { $0.panels[0].insets = [Inset(inset, x: $1, y: 0, width: 0.5, height: 0.5)] },
    Property(name: "insets.y") { $0.panels[0].insets = [Inset(inset, x: 0, y: $1, width: 0.5, height: 0.5)] },
    Property(name: "insets.width") {
      $0.panels[0].insets = [Inset(inset, x: 0, y: 0, width: $1, height: 0.5, showsZoom: true)]
    },
    Property(name: "insets.height") { $0.panels[0].insets = [Inset(inset, x: 0, y: 0, width: 0.5, height: $1)] },
    Property(name: "shown from") {
      $0.panels[0].y2 = Axis(from: $1, to: 5)
      $0.panels[0].marks.append(contentsOf: OnRightAxis { Line(y: [1, 2]) }.marks)
    },
    mark("width", 0) { _, value in .line(Line(y: [1, 2], width: value, dash: .dashed)) },
    mark("color.red", 0) { _, value in .line(Line(y: [1, 2], color: Color(grey: value))) },
    mark("opacity", 1) { _, value in .band(Band(x: [0, 1], lower: [1, 1], upper: [2, 2], opacity: value)) },
    mark("size", 2) { _, value in .dots(Dots(x: [0, 1], y: [1, 2], marker: .cross, size: value)) },
    mark("width", 3) { _, value in .rule(Rule(x: 1, width: value, dash: .dashed)) },
    mark("color.red", 3) { _, value in .rule(Rule(x: 1, color: Color(grey: value))) },
    mark("offset.width", 4) { _, value in
      .text(Text("t", x: 1, y: 2, offset: Size(width: value, height: 0), hasArrow: true))
    },
    mark("label.size", 4) { _, value in .text(Text(Label("t", size: value), x: 1, y: 2)) },
    mark("width", 5) { _, value in .bars(Bars(["a"], [1], width: value)) },
    mark("color.red", 5) { _, value in .bars(Bars(["a"], [1], color: Color(grey: value))) },
    mark("opacity", 1) { _, value in .histogram(Histogram([1, 2, 3], opacity: value)) },
    mark("bins.edges", 1) { _, value in .histogram(Histogram([1, 2, value], bins: .edges([0, value]))) },
    mark("bins.count", 1) { _, value in
      .histogram(Histogram([1, 2, value], bins: .count(9, in: value > 0 ? 0...value : 0...1)))
    },
    mark("histogram", 1) { _, value in .histogram(Histogram([1, 2, value, 3])) },
    mark("capSize", 1) { _, value in
      .errorBars(ErrorBars(x: [1], y: [2], yErrors: .symmetric([1]), capSize: value))
    },
    mark("width", 1) { _, value in .errorBars(ErrorBars(x: [1], y: [2], yErrors: .symmetric([1]), width: value)) },
    mark("yErrors", 1) { _, value in
      .errorBars(ErrorBars(x: [1], y: [2], yErrors: .asymmetric(below: [value], above: [1]), capSize: 3))
    },
    mark("base", 1) { _, value in .area(Area(x: [1, 2], y: [2, 3], base: value)) },
    mark("opacity", 1) { _, value in .area(Area(x: [1, 2], y: [2, value], opacity: value)) },
    mark("whiskers", 1) { _, value in .box(Box(positions: [1], [[1, 2, 3, 90]], whiskers: value)) },
    mark("width", 1) { _, value in .box(Box(positions: [1], [[1, 2, value, 4]], isNotched: true, width: value)) },
    mark("box", 1) { _, value in .box(Box(positions: [value], [[1, 2, value, 4]], isNotched: true)) },
    mark("width", 1) { _, value in .violin(Violin(positions: [1], [[1, 2, value, 4]], width: value)) },
    mark("violin", 1) { _, value in .violin(Violin(positions: [1, value], [[1, 2, value, 4], [value, 1e300, 2]])) },
    Property(name: "x") {
      let x = $1 >= 0 ? 0...$1 : $1 < 0 ? $1...1 : 0...1
      $0.panels[1].marks = [.image(Image(width: 2, height: 1, pixels: [0, 9], x: x, y: 0...1))]
    },
    mark("colors.to", 1) { _, value in
      let colors = ColorScale(scale: .log(), from: nil, to: value)
      return .dots(Dots(x: [1], y: [2], colorBy: [value], colors: colors))
    },
    mark("colors.center", 1) { _, value in
      .dots(Dots(x: [1, 2], y: [2, value], colorBy: [value, 2], colors: ColorScale(center: value)))
    },
    mark("colors.scale", 1) { _, value in
      .dots(Dots(x: [1], y: [2], colorBy: [1], colors: ColorScale(scale: .symlog(threshold: value, base: 10))))
    },
    mark("sizes.widths", 1) { _, value in
      .dots(Dots(x: [1], y: [2], sizeBy: [value], sizes: SizeScale(value >= 0 ? 0...value : 1...2), label: "d"))
    },
    mark("sizes.to", 1) { _, value in
      .dots(Dots(x: [1], y: [2], sizeBy: [1], sizes: SizeScale(from: 0, to: value), label: "d"))
    },
    mark("sizes.from", 1) { _, value in
      .dots(Dots(x: [1], y: [2], sizeBy: [1], sizes: SizeScale(from: value, to: nil), label: "d"))
    },
    mark("levels", 1) { _, value in
      .contour(Contour(x: [0, 1], y: [0, 1], z: [1, 2, value, 4], levels: .at([1, value]), isFilled: true))
    },
    mark("y", 1) { _, value in .contour(Contour(x: [0, 1], y: [0, value], z: [1, 2, value, 4])) },
    mark("width", 1) { _, value in .contour(Contour(x: [0, 1], y: [0, 1], z: [1, 2, 3, 4], width: value)) },
    mark("hexagonal", 1) { _, value in .hexBins(HexBins(x: [1, value], y: [value, 2], leastCount: 1)) },
    mark("base", 1) { _, value in .stem(Stem(x: [1, 2], y: [1, value], base: value)) },
    mark("width", 1) { _, value in .stem(Stem(x: [1, 2], y: [1, 2], width: value)) },
    mark("scale", 1) { _, value in .arrows(Arrows(x: [1], y: [1], u: [value], v: [1], scale: value)) },
    mark("width", 1) { _, value in .arrows(Arrows(x: [1], y: [1], u: [1], v: [value], width: value)) },
    Property(name: "edges of x") {
      $0.panels[1].marks = [.heatmap(Heatmap(rows: 1, columns: 1, values: [1], x: .at([0, $1]), annotations: ["a"]))]
    },
    Property(name: "annotationSize") {
      $0.panels[1].marks = [.heatmap(Heatmap(rows: 1, columns: 1, values: [1], annotations: ["1"], annotationSize: $1))]
    },
    Property(name: "center") {
      $0.panels[1].marks = [.heatmap(Heatmap(rows: 1, columns: 1, values: [1], center: $1))]
    },
    Property(name: "colors.to") {
      let limits = $1 >= 0 ? 0...$1 : 0...1
      $0.panels[1].marks = [.heatmap(Heatmap(rows: 1, columns: 1, values: [1], limits: limits))]
    },
    Property(name: "colorMap.colors[0].red") {
      let map = ColorMap(anchors: [Color(grey: $1), .black])
      // As many cells as are drawn as pixels.
      $0.panels[1].marks = [
        .heatmap(Heatmap(rows: 101, columns: 100, values: Array(repeating: 1, count: 10_100), colorMap: map))
      ]
    },
  ]

  @Test(arguments: ofTheme + ofFigure)
  func isDrawnOrRefused(property: Property) throws {
    for number in Self.numbers {
      var figure = Self.figure
      property.set(&figure, number)
      _ = figure.warnings
      _ = figure.altText
      do throws(PlottingError) {
        #expect(try figure.png(dpi: 40).count > 100)
        #expect(try figure.svg().count > 100)
        #expect(try figure.pdf().count > 100)
      } catch {
        // What is right in itself can make a page too large.
        if error.kind == .pageTooLarge { continue }
        #expect(error.kind == .invalidValue, "\(number): \(error)")
        #expect(error.reason.contains(property.name), "\(number): \(error)")
      }
    }
  }

  /// The list above has every number of the theme but for the parts of most colours.
  @Test func noNumberOfTheThemeIsForgotten() {
    func numbers(_ value: Any, _ path: String) -> [String] {
      if value is Double { return [path] }
      if value is Color || value is [Color] { return [] }
      return Mirror(reflecting: value).children.flatMap { child -> [String] in
        let name = child.label.map { $0 == "some" ? path : "\(path).\($0)" } ?? path
        return numbers(child.value, name)
      }
    }
    var theme = Theme()
    theme.colorBar.outline = theme.frame
    let known = Set(Self.ofTheme.map(\.name))
    let all = numbers(theme, "theme")
    #expect(all.count > 40)
    #expect(all.filter { !known.contains($0) } == [])
  }

  @Test(arguments: [Int.max, Int.min, 1_000_000_000, 1001, 0, -1])
  func aGridOfAnySizeIsDrawnOrRefused(count: Int) throws {
    let panels = Array(repeating: Axes { Line(y: [1, 2]) }, count: 2)
    for (name, figure) in [
      ("columns", Figure(columns: count, panels: panels)), ("rows", Figure(rows: count, panels: panels)),
    ] {
      if count < 1 {
        #expect(try figure.image(dpi: 20).width > 0)
      } else {
        let error = #expect(throws: PlottingError.self) { try figure.image(dpi: 20) }
        #expect(error?.description == "lay out figure: \(name) is \(count), more than 1000")
      }
    }
  }

  @Test func errorsNameThePropertyAndThePlace() {
    func error(_ figure: Figure) -> String? {
      do throws(PlottingError) {
        _ = try figure.image(dpi: 20)
        return nil
      } catch {
        return error.description
      }
    }
    var figure = Self.figure
    figure.theme.tickLabel.size = -2
    #expect(error(figure) == "lay out figure: theme.tickLabel.size is -2.0, not within 0...1000")
    figure = Self.figure
    figure.panels[1].colorBar = ColorBar(label: Label("b", color: Color(grey: 3)))
    #expect(error(figure) == "lay out panel 2: colorBar.label.color.red is 3.0, not within 0...1")
    figure = Self.figure
    figure.panels[0].marks = [.dots(Dots(x: [], y: [], size: .nan, label: "D"))]
    #expect(error(figure) == "draw mark 1 (dots “D”) of panel 1: size is nan, not within 0...1000")
    figure.panels[0].marks = [.heatmap(Heatmap(rows: 1, columns: 2, values: [1, 2], annotations: ["1"]))]
    #expect(error(figure) == "draw mark 1 (heatmap) of panel 1: 1 annotations for 1 x 2 cells")
  }

  /// The usual way to hide the numbers of an axis: nothing of them is left.
  @Test func textOfNoSizeIsNotThere() throws {
    func figure(_ size: Double) -> Figure {
      var figure = Figure(
        size: Size(width: 3, height: 2),
        panels: [Axes(x: Axis(ticks: .none)) { Bars(["a", "b"], [1, 2], color: .red) }])
      figure.theme.tickLabel.size = size
      figure.theme.ticks.color = .white
      figure.theme.frame.color = .white
      return figure
    }
    // White and red have all of red, letters have none.
    func darkest(_ size: Double) throws -> UInt8? {
      let bytes = try figure(size).image(dpi: 100).bytes
      return stride(from: 0, to: bytes.count, by: 3).map { bytes[$0] }.min()
    }
    #expect(try darkest(0) == 255)
    #expect(try darkest(10) == 0)
    #expect(!String(decoding: try figure(0).svg(), as: UTF8.self).contains("<use"))
    #expect(String(decoding: try figure(10).svg(), as: UTF8.self).contains("<use"))
  }
}
