/// One panel: marks, and the axes, title and legend around them.
public struct Axes: Sendable, Equatable {
  /// What of a panel's frame is drawn.
  public enum Decoration: Sendable, Equatable {
    /// Frame, ticks and labels.
    case full
    /// Ticks and labels without a frame.
    case ticks
    /// Nothing but marks and title.
    case none
  }

  /// How high a panel is for its width.
  public enum Aspect: Sendable, Equatable {
    /// A unit of the vertical axis is as long as one of the horizontal axis.
    case equal
    /// A unit of the vertical axis is so many times as long as one of the horizontal axis, 0.001 to 1000.
    case ratio(Double)
    /// The height of the panel is so many times its width, 0.001 to 1000: 1 for a square.
    case box(Double)
  }

  /// What is shown, in the order in which it is drawn; heatmaps and images lie behind the grid, all else before it.
  public var marks: [Mark]
  /// The title above the panel.
  public var title: Label?
  /// A note at the right end of the title's last line, such as a number; nil for none.
  public var note: Label?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The vertical axis at the right, for the marks in ``OnRightAxis``; nil if there are none.
  public var y2: Axis?
  /// Lines across the panel at every tick; nil for none.
  public var grid: Grid?
  /// The legend of marks with a label, by default ``Legend/automatic``; nil for none.
  public var legend: Legend?
  /// The colour bars of marks whose colours stand for numbers, such as a heatmap; nil for none.
  public var colorBar: ColorBar?
  /// What of the frame is drawn.
  public var decoration: Decoration
  /// How high the panel is for its width; nil to fill its place, and for square pixels of an image.
  public var aspect: Aspect?
  /// Small panels upon this one.
  public var insets: [Inset]
  /// The number of rows of the figure's grid that the panel takes, 1 to 1000.
  public var rowSpan: Int
  /// The number of columns of the figure's grid that the panel takes, 1 to 1000.
  public var columnSpan: Int
  // What panels that share their axes have in common, and the labels that another panel shows for this one.
  var shared = SharedAxes()

  /// Creates a panel of marks in a list.
  public init(
    marks: [Mark], title: Label? = nil, note: Label? = nil, x: Axis = Axis(), y: Axis = Axis(), y2: Axis? = nil,
    grid: Grid? = nil, legend: Legend? = .automatic, colorBar: ColorBar? = nil, decoration: Decoration = .full,
    aspect: Aspect? = nil, insets: [Inset] = [], rowSpan: Int = 1, columnSpan: Int = 1
  ) {
    self.marks = marks
    self.title = title
    self.note = note
    self.x = x
    self.y = y
    self.grid = grid
    self.legend = legend
    self.colorBar = colorBar
    self.decoration = decoration
    self.aspect = aspect
    self.y2 = y2
    self.insets = insets
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
  }

  /// Creates a panel of marks in braces, among which `if` and `for` may stand.
  ///
  ///     Axes(title: "Loss", x: "Epoch", legend: Legend(placement: .outside(.right))) {
  ///       Line(y: [0.5, 0.25, 0.125], label: "Train")
  ///       Rule(y: 0.1, dash: .dashed)
  ///     }
  public init(
    title: Label? = nil, note: Label? = nil, x: Axis = Axis(), y: Axis = Axis(), y2: Axis? = nil,
    grid: Grid? = nil, legend: Legend? = .automatic, colorBar: ColorBar? = nil, decoration: Decoration = .full,
    aspect: Aspect? = nil, insets: [Inset] = [], rowSpan: Int = 1, columnSpan: Int = 1,
    @MarkBuilder _ marks: () -> [Mark]
  ) {
    self.init(
      marks: marks(), title: title, note: note, x: x, y: y, y2: y2, grid: grid, legend: legend, colorBar: colorBar,
      decoration: decoration, aspect: aspect, insets: insets, rowSpan: rowSpan, columnSpan: columnSpan)
  }
}
