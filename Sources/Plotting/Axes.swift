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

  /// What is shown, in the order in which it is drawn.
  public var marks: [Mark]
  /// The title above the panel.
  public var title: Label?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// Lines across the panel at every tick; nil for none.
  public var grid: Grid?
  /// The legend of marks with a label; nil for none.
  public var legend: Legend?
  /// The colour bar of the first heatmap; nil for none.
  public var colorBar: ColorBar?
  /// What of the frame is drawn.
  public var decoration: Decoration

  /// Creates a panel.
  public init(
    marks: [Mark], title: Label? = nil, x: Axis = Axis(), y: Axis = Axis(), grid: Grid? = nil, legend: Legend? = nil,
    colorBar: ColorBar? = nil, decoration: Decoration = .full
  ) {
    self.marks = marks
    self.title = title
    self.x = x
    self.y = y
    self.grid = grid
    self.legend = legend
    self.colorBar = colorBar
    self.decoration = decoration
  }
}

/// One axis of a panel.
public struct Axis: Sendable, Equatable {
  /// Where ticks stand.
  public enum Ticks: Sendable, Equatable {
    /// At round numbers.
    case automatic
    /// In the middle of each cell of a heatmap, named. Where names do not fit, every second, third, … is left.
    case categories([String])
  }

  /// What the axis shows.
  public var label: Label?
  /// Where ticks stand.
  public var ticks: Ticks

  /// Creates an axis.
  public init(label: Label? = nil, ticks: Ticks = .automatic) {
    self.label = label
    self.ticks = ticks
  }
}
