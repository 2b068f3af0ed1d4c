// The marks of numbers that are not all `[Double]`: other types, ranges, slices. Disfavoured, so that literals are `[Double]`.

extension Line {
  /// A line through points at `x` and `y`, of any numbers.
  @_disfavoredOverload
  public init(
    x: some Sequence<some PlotNumber>, y: some Sequence<some PlotNumber>, color: Color? = nil, width: Double? = nil,
    dash: Dash = .solid, marker: Marker? = nil, step: Step? = nil, label: String? = nil
  ) {
    self.init(
      x: x.plotNumbers, y: y.plotNumbers, color: color, width: width, dash: dash, marker: marker, step: step,
      label: label)
  }

  /// A line through points at 0, 1, 2, … and `y`, of any numbers.
  @_disfavoredOverload
  public init(
    y: some Sequence<some PlotNumber>, color: Color? = nil, width: Double? = nil, dash: Dash = .solid,
    marker: Marker? = nil, step: Step? = nil, label: String? = nil
  ) {
    self.init(y: y.plotNumbers, color: color, width: width, dash: dash, marker: marker, step: step, label: label)
  }
}

extension Dots {
  /// Symbols at `x` and `y`, of any numbers.
  @_disfavoredOverload
  public init(
    x: some Sequence<some PlotNumber>, y: some Sequence<some PlotNumber>, marker: Marker = .circle,
    size: Double? = nil, color: Color? = nil, label: String? = nil
  ) {
    self.init(x: x.plotNumbers, y: y.plotNumbers, marker: marker, size: size, color: color, label: label)
  }
}

extension Band {
  /// The area from `lower` to `upper` along `x`, of any numbers.
  @_disfavoredOverload
  public init(
    x: some Sequence<some PlotNumber>, lower: some Sequence<some PlotNumber>, upper: some Sequence<some PlotNumber>,
    color: Color? = nil, opacity: Double? = nil, label: String? = nil
  ) {
    self.init(
      x: x.plotNumbers, lower: lower.plotNumbers, upper: upper.plotNumbers, color: color, opacity: opacity, label: label
    )
  }
}

extension Area {
  /// The area between `base` and `y` along `x`, of any numbers.
  @_disfavoredOverload
  public init(
    x: some Sequence<some PlotNumber>, y: some Sequence<some PlotNumber>, base: Double = 0, color: Color? = nil,
    opacity: Double = 1, label: String? = nil
  ) {
    self.init(x: x.plotNumbers, y: y.plotNumbers, base: base, color: color, opacity: opacity, label: label)
  }
}

extension Bars {
  /// One bar a name, of any numbers.
  @_disfavoredOverload
  public init(
    _ categories: [String], _ values: some Sequence<some PlotNumber>, direction: Direction = .vertical,
    width: Double = 0.8, color: Color? = nil, label: String? = nil
  ) {
    self.init(categories, values.plotNumbers, direction: direction, width: width, color: color, label: label)
  }

  /// A bar at each of `positions`, which are one apart, of any numbers.
  @_disfavoredOverload
  public init(
    positions: some Sequence<some PlotNumber>, _ values: some Sequence<some PlotNumber>,
    direction: Direction = .vertical, width: Double = 0.8, color: Color? = nil, label: String? = nil
  ) {
    self.init(
      positions: positions.plotNumbers, values.plotNumbers, direction: direction, width: width, color: color,
      label: label)
  }
}

extension Bars.Series {
  /// A series of any numbers.
  @_disfavoredOverload
  public init(_ values: some Sequence<some PlotNumber>, color: Color? = nil, label: String? = nil) {
    self.init(values.plotNumbers, color: color, label: label)
  }
}

extension Histogram {
  /// The distribution of any numbers.
  @_disfavoredOverload
  public init(
    _ values: some Sequence<some PlotNumber>, bins: Bins = .automatic, isDensity: Bool = false,
    direction: Bars.Direction = .vertical, color: Color? = nil, opacity: Double = 1, label: String? = nil
  ) {
    self.init(
      values.plotNumbers, bins: bins, isDensity: isDensity, direction: direction, color: color, opacity: opacity,
      label: label)
  }
}

extension Heatmap {
  /// A table of `rows * columns` numbers of any type.
  @_disfavoredOverload
  public init(
    rows: Int, columns: Int, values: some Sequence<some PlotNumber>, x: Edges? = nil, y: Edges? = nil,
    annotations: [String] = [], annotationSize: Double? = nil, colorMap: ColorMap = .blues, colorScale: Scale = .linear,
    limits: ClosedRange<Double>? = nil, center: Double? = nil, label: String? = nil
  ) {
    self.init(
      rows: rows, columns: columns, values: values.plotNumbers, x: x, y: y, annotations: annotations,
      annotationSize: annotationSize,
      colors: ColorScale(colorMap, scale: colorScale, limits: limits, center: center, label: label))
  }
}

extension Rule {
  /// A level line at `y`, a number of any type.
  @_disfavoredOverload
  public init(
    y: some PlotNumber, color: Color? = nil, width: Double? = nil, dash: Line.Dash = .solid, label: String? = nil
  ) {
    self.init(y: y.plotNumber, color: color, width: width, dash: dash, label: label)
  }

  /// An upright line at `x`, a number of any type.
  @_disfavoredOverload
  public init(
    x: some PlotNumber, color: Color? = nil, width: Double? = nil, dash: Line.Dash = .solid, label: String? = nil
  ) {
    self.init(x: x.plotNumber, color: color, width: width, dash: dash, label: label)
  }
}

extension Text {
  /// Words in a string at the point (`x`, `y`), numbers of any type.
  @_disfavoredOverload
  public init(
    _ words: some StringProtocol, x: some PlotNumber, y: some PlotNumber, offset: Size = Size(width: 0, height: 0),
    anchor: Anchor = .middle, hasArrow: Bool = false
  ) {
    self.init(
      Label(String(words)), x: x.plotNumber, y: y.plotNumber, offset: offset, anchor: anchor, hasArrow: hasArrow)
  }
}

extension Area.Series {
  /// A series of any numbers.
  @_disfavoredOverload
  public init(_ values: some Sequence<some PlotNumber>, color: Color? = nil, label: String? = nil) {
    self.init(values.plotNumbers, color: color, label: label)
  }
}

extension ErrorBars {
  /// Bars around points at `x` and `y`, of any numbers.
  @_disfavoredOverload
  public init(
    x: some Sequence<some PlotNumber>, y: some Sequence<some PlotNumber>, xErrors: Lengths? = nil,
    yErrors: Lengths? = nil, capSize: Double = 0, marker: Marker? = .circle, color: Color? = nil,
    width: Double? = nil, label: String? = nil
  ) {
    self.init(
      x: x.plotNumbers, y: y.plotNumbers, xErrors: xErrors, yErrors: yErrors, capSize: capSize, marker: marker,
      color: color, width: width, label: label)
  }
}

extension ErrorBars.Lengths {
  /// As far down as up, one a point, of any numbers.
  @_disfavoredOverload
  public static func symmetric(_ lengths: some Sequence<some PlotNumber>) -> ErrorBars.Lengths {
    .symmetric(lengths.plotNumbers)
  }
}

extension Box {
  /// A box for each group of any numbers.
  @_disfavoredOverload
  public init(
    _ categories: [String], _ groups: some Sequence<some Sequence<some PlotNumber>>, whiskers: Double = 1.5,
    isNotched: Bool = false, showsOutliers: Bool = true, direction: Bars.Direction = .vertical, width: Double = 0.5,
    color: Color? = nil, label: String? = nil
  ) {
    self.init(
      categories, groups.map(\.plotNumbers), whiskers: whiskers, isNotched: isNotched, showsOutliers: showsOutliers,
      direction: direction, width: width, color: color, label: label)
  }
}

extension Stem {
  /// Stems to points at `x` and `y`, of any numbers.
  @_disfavoredOverload
  public init(
    x: some Sequence<some PlotNumber>, y: some Sequence<some PlotNumber>, base: Double = 0, marker: Marker? = .circle,
    color: Color? = nil, width: Double? = nil, label: String? = nil
  ) {
    self.init(
      x: x.plotNumbers, y: y.plotNumbers, base: base, marker: marker, color: color, width: width, label: label)
  }
}

extension HexBins {
  /// Counts points at `x` and `y`, of any numbers.
  @_disfavoredOverload
  public init(
    x: some Sequence<some PlotNumber>, y: some Sequence<some PlotNumber>, columns: Int = 30, rows: Int? = nil,
    leastCount: Int = 0, colors: ColorScale = ColorScale()
  ) {
    self.init(
      x: x.plotNumbers, y: y.plotNumbers, columns: columns, rows: rows, leastCount: leastCount, colors: colors)
  }
}

extension Violin {
  /// A violin for each group of any numbers.
  @_disfavoredOverload
  public init(
    _ categories: [String], _ groups: some Sequence<some Sequence<some PlotNumber>>, showsMedians: Bool = true,
    direction: Bars.Direction = .vertical, width: Double = 0.5, color: Color? = nil, label: String? = nil
  ) {
    self.init(
      categories, groups.map(\.plotNumbers), showsMedians: showsMedians, direction: direction, width: width,
      color: color, label: label)
  }
}
