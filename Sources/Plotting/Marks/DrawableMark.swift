/// What the page asks of a mark.
protocol DrawableMark: Sendable {
  /// Draws the mark into its panel.
  func draw(in area: MarkArea, on canvas: borrowing RasterCanvas) throws(PlottingError)
}

/// Where a mark is drawn, and how what it does not state looks. Pixels.
struct MarkArea {
  var scale: PanelScale
  /// The panel's frame; y grows upwards.
  var frame: Rect
  var pageHeight: Int
  var dpi: Double
  var theme: Theme
  /// The colour of a mark that states none.
  var color: Color

  /// Pixels of a length in points.
  func pixels(_ points: Double) -> Double { points * dpi / 72 }

  /// The position from the page's top of a position from its bottom.
  func down(_ y: Double) -> Double { Double(pageHeight) - y }

  /// Where a point of the data stands, from the page's top left corner.
  func position(_ point: Point) -> Point {
    Point(x: scale.x(point.x, in: frame), y: down(scale.y(point.y, in: frame)))
  }

  /// Keeps what is drawn within the frame until the limit is lifted.
  func clip(on canvas: borrowing RasterCanvas) {
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(down(frame.maxY)), right: Snapping.round(frame.maxX),
      bottom: Snapping.round(down(frame.minY)))
  }
}
