import FuzzDriver
import Plotting

/// Draws figures whose every public value comes from the input: pictures in all formats, or an error, and nothing else.
@main enum FuzzFigure {
  static func main() {
    drive { data, count in
      var input = Input(bytes: Array(UnsafeBufferPointer(start: data, count: min(count, 4096))))
      let figure = input.figure()
      _ = figure.warnings
      _ = figure.altText
      _ = figure == figure
      _ = try? figure.image(dpi: input.pick([10, 20, 40, 72, .nan, 0]))
      _ = try? figure.svg()
      _ = try? figure.pdf()
      return 0
    }
  }
}

/// Values made from bytes; when these have run out, zeros.
struct Input {
  var bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func byte() -> Int {
    defer { position += 1 }
    return position < bytes.count ? Int(bytes[position]) : 0
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[byte() % values.count] }

  mutating func flag() -> Bool { byte() % 2 == 1 }

  mutating func maybe<Value>(_ value: (inout Input) -> Value) -> Value? { byte() % 3 == 0 ? value(&self) : nil }

  mutating func list<Value>(upTo count: Int, _ value: (inout Input) -> Value) -> [Value] {
    (0..<byte() % (count + 1)).map { _ in value(&self) }
  }

  /// A number of the data: small ones most often, all others sometimes.
  mutating func number() -> Double {
    switch byte() % 8 {
    case 0:
      return pick([
        .nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, 1e301, 1e-300, .leastNonzeroMagnitude, 1e15, -1e18, 1e-20,
      ])
    case 1: return Double(bitPattern: (0..<8).reduce(0) { pattern, _ in pattern << 8 | UInt64(byte()) })
    case 2: return Double(byte()) / 255
    default: return Double(byte() - 64) / 4
    }
  }

  /// A size or distance: mostly what makes sense, so that one bad value does not hide all others.
  mutating func length(_ usual: Double) -> Double {
    switch byte() {
    case 0: number()
    case 1...3: 0
    case 4...9: usual * Double(byte()) / 32
    default: usual
    }
  }

  mutating func share() -> Double { byte() == 0 ? number() : Double(byte()) / 255 }

  mutating func color() -> Color {
    Color(red: share(), green: share(), blue: share(), alpha: flag() ? 1 : share())
  }

  mutating func text() -> String {
    pick([
      "", "a", "loss", "Ψ\t→", "two\r\nlines", "a\nb\rc", "漢字", "𝛼", "\0", "a longer name of something", "−1", "x",
      "אבג 123", "مرحبا (abc)", "x̄", "\u{202E}abc", "\u{0}ب\u{FFFF}", "ไทย", "👨\u{200D}👧", "\u{301}", "ـ\u{200D}",
    ])
  }

  mutating func label() -> Label {
    Label(
      text(), size: maybe { $0.length(10) }, weight: maybe { $0.pick([.regular, .bold]) }, color: maybe { $0.color() })
  }
}

extension Input {
  mutating func figure() -> Figure {
    let panels = (0...byte() % 3).map { _ in axes(insets: maybe { [$0.inset()] } ?? []) }
    return Figure(
      name: text(), size: Size(width: length(3), height: length(2)),
      title: maybe { FigureTitle($0.label(), subtitle: $0.maybe { $0.label() }, top: $0.length(1)) },
      columns: byte() == 0 ? pick([Int.max, Int.min, -1, 1_000_000]) : byte() % 4,
      rows: byte() == 0 ? pick([Int.max, Int.min, -1, 1_000_000]) : byte() % 4,
      columnWidths: list(upTo: 2) { $0.length(1) }, rowHeights: list(upTo: 2) { $0.length(1) },
      sharesX: pick(AxisSharing.allCases), sharesY: pick(AxisSharing.allCases), fit: pick(PageFit.allCases),
      panels: panels,
      theme: flag() ? pick([Theme(), .dark, .clean, .cleanDark]) : theme())
  }

  private mutating func inset() -> Inset {
    Inset(axes(), x: length(0.5), y: length(0.5), width: length(0.5), height: length(0.5), showsZoom: flag())
  }

  private mutating func span() -> Int { byte() == 0 ? pick([Int.max, Int.min, 0, 1000]) : 1 + byte() % 2 }

  private mutating func axes(insets: [Inset] = []) -> Axes {
    let marks = list(upTo: 5) { input in
      var mark = input.mark()
      mark.isOnRightAxis = input.byte() % 8 == 0
      return mark
    }
    return Axes(
      marks: marks, title: maybe { $0.label() }, note: maybe { $0.label() }, x: axis(), y: axis(),
      y2: byte() % 8 == 0 ? axis() : nil, grid: maybe { Grid(opacity: $0.share()) },
      legend: maybe {
        Legend(fontSize: $0.maybe { $0.length(10) }, placement: $0.placement(), columns: $0.maybe { $0.span() })
      },
      colorBar: maybe { ColorBar(label: $0.maybe { $0.label() }) }, decoration: pick([.full, .ticks, .none]),
      aspect: maybe { $0.pick([.equal, .ratio($0.length(1)), .box($0.length(1))]) }, insets: insets, rowSpan: span(),
      columnSpan: span())
  }

  private mutating func placement() -> Legend.Placement {
    pick([
      .box, .lineEnds, .inside(pick(Legend.Position.allCases)), .outside(pick(Legend.Side.allCases)),
    ])
  }

  private mutating func ticks() -> Axis.Ticks {
    switch byte() % 8 {
    case 0: .none
    case 1: .values(list(upTo: 5) { $0.number() })
    case 2: .named(list(upTo: 5) { Axis.Tick($0.number(), $0.text()) })
    case 3: .multiples(of: byte() == 0 ? number() : length(1))
    case 4: .calendar(pick(CalendarUnit.allCases), every: span())
    default: .automatic
    }
  }

  private mutating func format() -> NumberFormat {
    let decimals = maybe { $0.byte() == 0 ? $0.pick([Int.max, Int.min, -1]) : $0.byte() % 16 }
    let format = pick([
      .fixed(decimals), .percent(of: length(1), decimals: decimals), .grouped(decimals: decimals),
      .si(unit: text(), decimals: decimals), .engineering(decimals: decimals), .scientific(decimals: decimals),
      NumberFormat.date(text() + "%F %-j %T %"),
    ])
    return flag() ? format : format.with(prefix: text(), suffix: text())
  }

  private mutating func scale() -> Scale? {
    maybe { input -> Scale in
      switch input.byte() % 7 {
      case 0: .linear
      case 1: .log(base: input.length(10))
      case 5: .power(input.length(0.5))
      case 6: .date(hoursFromUTC: input.length(0))
      case 2: .symlog(threshold: input.length(1), base: input.length(10))
      default: .band(input.list(upTo: 4) { $0.text() })
      }
    }
  }

  private mutating func axis() -> Axis {
    Axis(
      label: maybe { $0.label() }, scale: scale(), from: maybe { $0.number() }, to: maybe { $0.number() },
      ticks: ticks(), minorTicks: maybe { $0.flag() }, format: maybe { $0.format() },
      tickAngle: maybe { $0.length(45) })
  }

  private mutating func mark() -> Mark {
    let count = byte() % 7
    // Now and then so many that they are stamped, sampled and simplified.
    let repetitions = byte() == 1 ? 1500 : 1
    func numbers(_ input: inout Input) -> [Double] {
      let few = (0..<(input.byte() == 0 ? 1 : count)).map { _ in input.number() }
      return (0..<repetitions).flatMap { repetition in few.map { $0 * (1 + Double(repetition) / 1024) } }
    }
    let dash = pick(Line.Dash.allCases)
    let name = maybe { $0.text() }
    let color = maybe { $0.color() }
    switch byte() % 10 {
    case 0:
      return .line(
        Line(
          x: numbers(&self), y: numbers(&self), color: color, width: maybe { $0.length(2) }, dash: dash,
          marker: maybe { $0.pick(Marker.allCases) }, step: maybe { $0.pick(Line.Step.allCases) }, label: name))
    case 1:
      return .band(
        Band(
          x: numbers(&self), lower: numbers(&self), upper: numbers(&self), color: color, opacity: maybe { $0.share() },
          label: name))
    case 2:
      return .dots(
        Dots(
          x: numbers(&self), y: numbers(&self), marker: pick(Marker.allCases), size: maybe { $0.length(6) },
          color: color, colorBy: maybe { numbers(&$0) }, colors: colorScale(), sizeBy: maybe { numbers(&$0) },
          sizes: sizeScale(), label: name))
    case 3:
      let direction = pick([Bars.Direction.vertical, .horizontal])
      if flag() {
        return .bars(Bars(positions: numbers(&self), numbers(&self), direction: direction, color: color, label: name))
      }
      return .bars(
        Bars(
          (0..<count).map { _ in text() },
          series: list(upTo: 3) { Bars.Series(numbers(&$0), color: $0.maybe { $0.color() }, label: name) },
          arrangement: pick([.grouped, .stacked]), direction: direction, width: length(0.8)))
    case 4: return heatmap(label: name)
    case 5: return image()
    case 6: return statisticalMark(count, color: color, label: name)
    case 7: return fieldMark(numbers(&self), numbers(&self), color: color, label: name)
    case 8:
      let width = maybe { $0.length(1) }
      return .rule(
        flag()
          ? Rule(y: number(), color: color, width: width, dash: dash, label: name)
          : Rule(x: number(), color: color, width: width, dash: dash, label: name))
    default:
      return .text(
        Text(
          label(), x: number(), y: number(), offset: Size(width: length(5), height: length(5)),
          anchor: pick([.start, .middle, .end]), hasArrow: flag()))
    }
  }

  /// A mark that counts or sums up what it is given.
  private mutating func statisticalMark(_ count: Int, color: Color?, label: String?) -> Mark {
    func numbers(_ input: inout Input) -> [Double] { (0..<count).map { _ in input.number() } }
    let direction = pick([Bars.Direction.vertical, .horizontal])
    let groups = list(upTo: 4) { $0.list(upTo: 20) { $0.number() } }
    let names = flag() ? groups.map { _ in text() } : list(upTo: 4) { $0.text() }
    switch byte() % 5 {
    case 0:
      let (low, high) = (number(), number())
      return .histogram(
        Histogram(
          list(upTo: 30) { $0.number() },
          bins: pick([
            .automatic, .count(byte() - 1, in: low <= high && flag() ? low...high : nil),
            .edges(flag() ? [low, high] : list(upTo: 5) { Double($0.byte()) }.sorted()),
          ]), isDensity: flag(), direction: direction, color: color, opacity: share(), label: label))
    case 1:
      func lengths(_ input: inout Input) -> ErrorBars.Lengths? {
        let lengths = numbers(&input).map { input.byte() == 0 ? $0 : abs($0) }
        return input.pick([nil, .symmetric(lengths), .asymmetric(below: lengths, above: lengths.reversed())])
      }
      return .errorBars(
        ErrorBars(
          x: numbers(&self), y: numbers(&self), xErrors: lengths(&self), yErrors: lengths(&self), capSize: length(3),
          marker: maybe { $0.pick(Marker.allCases) }, color: color, width: maybe { $0.length(1) }, label: label))
    case 2:
      return .area(
        Area(
          x: numbers(&self), series: list(upTo: 3) { Area.Series(numbers(&$0), color: color, label: label) },
          base: flag() ? 0 : number(), opacity: share()))
    case 3:
      return .box(
        flag()
          ? Box(
            names, groups, whiskers: length(1.5), isNotched: flag(), showsOutliers: flag(), direction: direction,
            width: length(0.5), color: color, label: label)
          : Box(positions: groups.map { _ in number() }, groups, isNotched: flag(), direction: direction, label: label))
    default:
      return .violin(
        flag()
          ? Violin(names, groups, direction: direction, width: length(0.5), color: color, label: label)
          : Violin(positions: groups.map { _ in number() }, groups, showsMedians: flag(), direction: direction))
    }
  }

  private mutating func colorScale() -> ColorScale {
    ColorScale(
      maybe { ColorMap(anchors: $0.list(upTo: 3) { $0.color() }) } ?? .viridis, scale: scale() ?? .linear,
      limits: maybe { $0.range() } ?? nil, center: byte() % 8 == 0 ? number() : nil, label: maybe { $0.text() })
  }

  private mutating func sizeScale() -> SizeScale {
    let widths = [length(3), length(14)].sorted()
    return SizeScale(
      widths[0] <= widths[1] ? widths[0]...widths[1] : 3...14, limits: maybe { $0.range() } ?? nil,
      label: maybe { $0.text() })
  }

  /// A mark of what changes from place to place.
  private mutating func fieldMark(_ x: [Double], _ y: [Double], color: Color?, label: String?) -> Mark {
    switch byte() % 4 {
    case 0:
      let (columns, rows) = (
        flag() ? (0..<byte() % 6).map(Double.init) : x, flag() ? (0..<byte() % 6).map(Double.init) : y
      )
      let count = columns.count * rows.count
      return .contour(
        Contour(
          x: columns, y: rows, z: (0..<(byte() == 0 ? 3 : count)).map { _ in number() },
          levels: pick([
            .count(byte() - 1), .at(list(upTo: 4) { Double($0.byte()) }.sorted()), .at([number(), number()]),
          ]),
          isFilled: flag(), colors: colorScale(), color: color, width: maybe { $0.length(1) }))
    case 1:
      return .hexBins(
        HexBins(
          x: x, y: y, columns: byte() == 0 ? pick([Int.max, Int.min, -1]) : byte() % 40,
          rows: byte() == 0 ? pick([Int.max, Int.min, -1]) : maybe { $0.byte() % 20 }, leastCount: byte() - 1,
          colors: colorScale()))
    case 2:
      return .stem(
        Stem(
          x: x, y: y, base: flag() ? 0 : number(), marker: maybe { $0.pick(Marker.allCases) }, color: color,
          width: maybe { $0.length(1) }, label: label))
    default:
      let (u, v) = (x.map { _ in number() }, x.map { _ in number() })
      return .arrows(
        Arrows(
          x: x, y: y, u: u, v: v, scale: maybe { $0.length(10) }, width: maybe { $0.length(1) }, color: color,
          label: label))
    }
  }

  private mutating func edges(_ count: Int) -> Heatmap.Edges? {
    switch byte() % 6 {
    case 0: range().map { .range($0) }
    case 1: .at((0...count).map { Double($0 * $0) - 1 })
    case 2: .at(list(upTo: 5) { $0.number() })
    default: nil
    }
  }

  private mutating func heatmap(label: String?) -> Mark {
    let (rows, columns) = byte() == 0 ? (101, 100) : (byte() % 5, byte() % 5)
    let values = (0..<rows * columns).map { $0 < 30 ? number() : Double($0) }
    let (low, high) = (number(), number())
    return .heatmap(
      Heatmap(
        rows: rows, columns: columns, values: values, x: edges(columns), y: edges(rows),
        annotations: flag() ? values.map { "\($0)" } : [],
        annotationSize: maybe { $0.length(10) },
        colorMap: maybe { ColorMap(anchors: $0.list(upTo: 3) { $0.color() }) } ?? .viridis,
        colorScale: byte() % 4 == 0 ? scale() ?? .linear : .linear, limits: low <= high && flag() ? low...high : nil,
        center: maybe { $0.number() }, label: label))
  }

  private mutating func image() -> Mark {
    let channels = pick([Image.Channels.grey, .rgb, .rgba])
    let (width, height) = byte() == 0 ? (Int.max, 3) : (byte() % 5, byte() % 5)
    let pixels = (0..<(width == .max ? 3 : width * height * channels.rawValue)).map { _ in UInt8(byte()) }
    let ends = [UInt8(byte()), UInt8(byte())].sorted()
    return .image(
      Image(
        width: width, height: height, pixels: pixels, channels: channels, range: flag() ? ends[0]...ends[1] : nil,
        x: maybe { $0.range() } ?? nil, y: maybe { $0.range() } ?? nil))
  }

  /// A range whose ends may be anything; nil where these are no range.
  private mutating func range() -> ClosedRange<Double>? {
    let (low, high) = (number(), number())
    return low <= high ? low...high : nil
  }

  private mutating func theme() -> Theme {
    var theme = Theme()
    if flag() { theme.background = color() }
    theme.panelBackground = maybe { $0.color() }
    let texts: [WritableKeyPath<Theme, TextStyle>] = [
      \.figureTitle, \.panelTitle, \.axisLabel, \.tickLabel, \.annotation, \.figureSubtitle, \.panelNote,
      \.legend.text,
    ]
    for text in texts { theme[keyPath: text].size = length(10) }
    let lines: [WritableKeyPath<Theme, LineStyle>] = [\.frame, \.grid, \.marks.rule, \.legend.edge]
    for line in lines { theme[keyPath: line] = LineStyle(color: color(), width: length(1)) }
    let allTicks: [WritableKeyPath<Theme, TickStyle>] = [\.ticks, \.minorTicks]
    for ticks in allTicks {
      theme[keyPath: ticks] = TickStyle(color: color(), length: length(3), width: length(1))
    }
    let numbers: [WritableKeyPath<Theme, Double>] = [
      \.titlePad, \.labelPad, \.smallestText, \.tickPad, \.commonPad, \.legend.cornerRadius, \.legend.borderPad,
      \.legend.rowSpacing, \.legend.columnSpacing, \.legend.handleLength, \.legend.handleHeight, \.legend.handleTextPad,
      \.legend.axesPad,
      \.colorBar.widthShare, \.colorBar.gapShare, \.colorBar.aspect, \.marks.lineWidth, \.marks.dotSize,
      \.marks.bandOpacity, \.marks.violinOpacity, \.marks.cellTextSize, \.marks.cellGap, \.fontSize, \.layoutPad,
      \.pagePad, \.dataMargin,
      \.layoutDPI,
    ]
    for number in numbers { theme[keyPath: number] = length(theme[keyPath: number]) }
    theme.frameEdges = FrameEdges(rawValue: byte())
    theme.titlePosition = pick([.center, .left])
    theme.hasVerticalGrid = flag()
    theme.marks.fillsBoxes = flag()
    theme.namesRunUpwards = flag()
    theme.colorBar.outline = maybe { LineStyle(color: $0.color(), width: $0.length(1)) }
    theme.marks.palette = list(upTo: 3) { $0.color() }
    theme.marks.lightCell = maybe { $0.share() }
    return theme
  }
}
