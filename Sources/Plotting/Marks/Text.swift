/// Words at a point, such as a note to a peak.
public struct Text: Sendable, Equatable {
  /// Which end of the words stands at the point.
  public enum Anchor: Sendable, Equatable {
    /// The words begin at the point.
    case start
    /// The words are centred on it.
    case middle
    /// The words end at it.
    case end
  }

  /// The words and what of their look differs from the theme's.
  public let label: Label
  /// The horizontal position of the point.
  public var x: Double { xNumber.value }
  /// The vertical position of the point.
  public var y: Double { yNumber.value }
  private let xNumber: Number
  private let yNumber: Number
  /// How far right of the point and above it the words stand, in points.
  public var offset: Size
  /// Which end of the words stands there.
  public var anchor: Anchor
  /// Whether an arrow leads from the words to the point.
  public var hasArrow: Bool

  /// Words at the point (`x`, `y`); nothing where that has no place on the axes.
  public init(
    _ label: Label, x: Double, y: Double, offset: Size = Size(width: 0, height: 0), anchor: Anchor = .middle,
    hasArrow: Bool = false
  ) {
    self.label = label
    xNumber = Number(x)
    yNumber = Number(y)
    self.offset = offset
    self.anchor = anchor
    self.hasArrow = hasArrow
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Text: DrawableMark {
  public var kind: String { "text" }
  public var parts: [MarkPart] { [] }
  public var summary: String { "at \(NumberSummary.text(x)), \(NumberSummary.text(y))" }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.label(label, "label")
    let range = NumberRange(lowest: -10_000, highest: 10_000)
    try check.inside("offset").numbers(["width": offset.width, "height": offset.height], range)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    NumberSummary.extent(direction, x: [x], y: [y], on: scale)
  }

  /// The words are placed by the layout, which asks for them, and drawn with all other text.
  public func draw(in area: MarkArea, on canvas: MarkCanvas) {}
}

extension LayoutContext {
  /// Puts the words at their place; nil where the point is outside of the frame or has no place.
  func place(_ mark: Text, scale: PanelScale, frame: Rect) throws(PlottingError) -> (text: PlacedText, arrow: Arrow?)? {
    let point = Point(x: scale.x(mark.x, in: frame), y: scale.y(mark.y, in: frame))
    guard frame.padded(0.5).contains(point) else { return nil }
    let horizontal: HorizontalAlignment =
      switch mark.anchor {
      case .start: .left
      case .middle: .center
      case .end: .right
      }
    let placed = try text.place(
      mark.label.text, mark.label.style(from: theme.annotation),
      at: Point(x: point.x + pixels(mark.offset.width), y: point.y + pixels(mark.offset.height)),
      TextAlignment(horizontal: horizontal, vertical: .center), dpi: dpi)
    let color = mark.label.color ?? theme.annotation.color
    return (placed, mark.hasArrow ? Arrow(from: placed.bounds.padded(pixels(2)), to: point, color: color) : nil)
  }
}
