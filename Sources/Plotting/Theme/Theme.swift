/// Every colour and size of a figure that is not data and that the figure does not state itself.
///
/// The defaults are matplotlib's. Lengths are in points (1/72 inch) where nothing else is said.
public struct Theme: Sendable, Equatable {
  /// The page behind everything, which may be translucent or, with an opacity of 0, transparent. Default white.
  public var background = Color.white
  /// The box behind a panel's marks; nil, the default, lets the page show.
  public var panelBackground: Color?

  /// The title above all panels. Default 12 points.
  public var figureTitle = TextStyle(size: 12)
  /// The title above a panel. Default 12 points.
  public var panelTitle = TextStyle(size: 12)
  /// The names of axes and colour bars. Default 10 points.
  public var axisLabel = TextStyle(size: 10)
  /// The numbers and names beside ticks. Default 10 points.
  public var tickLabel = TextStyle(size: 10)
  /// Text marks. Default 10 points.
  public var annotation = TextStyle(size: 10)
  /// The second, quieter line under a figure's title. Default 10 points.
  public var figureSubtitle = TextStyle(size: 10)
  /// Notes at the right end of a panel's title. Default 10 points.
  public var panelNote = TextStyle(size: 10)
  /// Where titles stand: centred over what they name, the default, or at its left edge.
  public var titlePosition = TitlePosition.center
  /// The distance from a panel's top to its title. Default 6.
  public var titlePad = 6.0
  /// The distance from tick labels to an axis' label. Default 4.
  public var labelPad = 4.0
  /// The smallest size at which text in cells is still read; smaller it is left out. Default 5.
  public var smallestText = 5.0

  /// The edges of a panel. Default black, 0.8 wide.
  public var frame = LineStyle(color: .black, width: 0.8)
  /// Which edges of a panel are drawn. Default all.
  public var frameEdges = FrameEdges.all
  /// The ticks with labels. Default black, 3.5 long, 0.8 wide.
  public var ticks = TickStyle(color: .black, length: 3.5, width: 0.8)
  /// The ticks between them on a logarithmic axis. Default black, 2 long, 0.6 wide.
  public var minorTicks = TickStyle(color: .black, length: 2, width: 0.6)
  /// Whether names beside a heatmap run upwards where they have room to. Default true.
  public var namesRunUpwards = true
  /// The distance from a tick to its label. Default 3.5.
  public var tickPad = 3.5
  /// The distance from tick labels to what they have in common, such as `1e−6`. Default 3.
  public var commonPad = 3.0
  /// Grid lines, made fainter by the grid's own opacity. Default light grey, 0.8 wide.
  public var grid = LineStyle(color: Color(hex: 0xB0B0B0), width: 0.8)
  /// Whether ticks of the horizontal axis have grid lines as well. Default true.
  public var hasVerticalGrid = true

  /// Legends.
  public var legend = LegendStyle()
  /// Colour bars.
  public var colorBar = ColorBarStyle()
  /// Marks that state no colour or size.
  public var marks = MarkStyle()

  /// Fonts of one's own, tried in this order for characters that the compiled-in font, DejaVu Sans, lacks, and before it for
  /// letters that are shaped, such as Arabic ones. Default none.
  public var fonts: [Font] = []
  /// Whether the system's fonts are searched for characters that none of the others has. If so, the default, a figure with such
  /// characters looks different on machines with other fonts.
  public var usesSystemFonts = true
  /// The size from which `layoutPad` follows. Default 10.
  public var fontSize = 10.0
  /// The space that is left around and between panels, in parts of `fontSize`. Default 1.08.
  public var layoutPad = 1.08
  /// The space that is left around the finished figure, in inches. Default 0.1.
  public var pagePad = 0.1
  /// The share of the data's range that is added on both sides of an axis. Default 0.05.
  public var dataMargin = 0.05
  /// The density at which margins are measured, in dots an inch; it differs from the picture's own. Default 100.
  ///
  /// matplotlib lays panels out at the figure's density (100) and draws at the file's, so hinted text that is
  /// measured at the latter would move everything by a few pixels.
  public var layoutDPI = 100.0

  /// The defaults.
  public init() {}
}

/// Where titles stand.
public enum TitlePosition: Sendable, Equatable {
  /// Centred: over all panels or the panel.
  case center
  /// At the left edge: of all that is drawn, or of the panel.
  case left
}

/// Edges of a panel.
public struct FrameEdges: OptionSet, Sendable {
  /// One bit an edge.
  public let rawValue: Int

  /// Creates a set of edges from bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The left edge.
  public static let left = FrameEdges(rawValue: 1)
  /// The right edge.
  public static let right = FrameEdges(rawValue: 2)
  /// The bottom edge.
  public static let bottom = FrameEdges(rawValue: 4)
  /// The top edge.
  public static let top = FrameEdges(rawValue: 8)
  /// All four.
  public static let all: FrameEdges = [.left, .right, .bottom, .top]
}

/// How a straight line that is not data looks.
public struct LineStyle: Sendable, Equatable {
  /// The colour.
  public var color: Color
  /// The width in points.
  public var width: Double

  /// Creates a style.
  public init(color: Color, width: Double) {
    self.color = color
    self.width = width
  }
}

/// How ticks look.
public struct TickStyle: Sendable, Equatable {
  /// The colour.
  public var color: Color
  /// The length in points, outwards.
  public var length: Double
  /// The width in points.
  public var width: Double

  /// Creates a style.
  public init(color: Color, length: Double, width: Double) {
    self.color = color
    self.length = length
    self.width = width
  }
}
