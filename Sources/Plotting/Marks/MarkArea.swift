/// Where a mark is drawn, and how what it does not state looks. Positions are pixels from the page's top left corner.
public struct MarkArea {
  var scale: PanelScale
  // The panel's frame; y grows upwards.
  var frame: Rect
  var pageHeight: Int
  var dpi: Double
  /// Sizes and colours that are stated nowhere else.
  public internal(set) var theme: Theme
  /// The colours of the mark's parts.
  public internal(set) var colors: [Color]

  /// The colour of the mark's first part.
  public var color: Color { colors.first ?? theme.marks.color(0) }

  /// Pixels of a length in points.
  public func pixels(_ points: Double) -> Double { points * dpi / 72 }

  /// The position from the page's top of a position from its bottom.
  func down(_ y: Double) -> Double { Double(pageHeight) - y }

  /// Where a point of the data stands; not finite if it has no place.
  public func position(_ x: Double, _ y: Double) -> Point {
    Point(x: scale.x(x, in: frame), y: down(scale.y(y, in: frame)))
  }

  /// Where the points of the data stand, cut at those that have no place.
  public func paths(_ x: [Double], _ y: [Double]) -> [[Point]] { lines(x, y).map(Array.init) }

  /// The same in one list.
  func lines(_ x: [Double], _ y: [Double]) -> Polylines {
    let across = scale.x.places(start: frame.minX, length: frame.width)
    let up = scale.y.places(start: frame.minY, length: frame.height)
    return Polylines(min(x.count, y.count)) { Point(x: across.place(x[$0]), y: down(up.place(y[$0]))) }
  }

  /// The panel's frame; `minY` is its upper edge.
  public var frameOnPage: Rect {
    Rect(minX: frame.minX, minY: down(frame.maxY), maxX: frame.maxX, maxY: down(frame.minY))
  }

  /// Keeps what is drawn within the frame until the limit is lifted.
  func clip(on canvas: any Canvas) {
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(down(frame.maxY)), right: Snapping.round(frame.maxX),
      bottom: Snapping.round(down(frame.minY)))
  }
}
