/// What a page is drawn on. Coordinates are pixels of the layout from the top left corner; y grows downwards.
protocol Canvas: AnyObject {
  /// Whether images are drawn larger without being resampled first.
  var scalesPixels: Bool { get }

  /// Whether lines of very many points take no longer than their number says, so that they need not be simplified.
  var strokesManyPoints: Bool { get }

  /// Limits drawing to whole pixels from `left` to `right` and from `top` to `bottom` until the limit is lifted.
  func clip(left: Double, top: Double, right: Double, bottom: Double)
  /// Lifts the last limit.
  func unclip()
  /// Fills whole pixels, without antialiasing.
  func fill(left: Int, top: Int, right: Int, bottom: Int, color: Color)
  /// Draws a line through each of `paths`.
  func stroke(_ paths: Polylines, _ stroke: Stroke)
  /// Fills the shapes whose corners are `paths`; what two of them share is filled once.
  func fill(_ paths: [[Point]], color: Color)
  /// Fills the area between two lines that have a point each at the same places, which go to the right. False, and nothing
  /// drawn, if that takes no less time than to fill the outline.
  func fill(between one: [Point], and other: [Point], color: Color) -> Bool
  /// Fills circles; what two of them share is filled once.
  func fillCircles(at centers: [Point], diameter: Double, color: Color)
  /// Draws a shape at each of `points`, so that opacity adds up.
  func draw(_ stamp: Stamp, at points: [Point], color: Color) throws(PlottingError)
  /// Fills a box with rounded corners and draws its edge.
  func box(_ path: RoundedBox, fill: Color, stroke: Stroke)
  /// Draws pixels over `width` x `height` ones with their top left corner at (`left`, `top`), each a sharp-edged box.
  func draw(_ pixels: ColorPixels, left: Int, top: Int, width: Int, height: Int) throws(PlottingError)
  /// Draws a line of text.
  func draw(_ line: TextLine, text: TextEngine) throws(PlottingError)
}

extension Canvas {
  var strokesManyPoints: Bool { false }
  func fill(between one: [Point], and other: [Point], color: Color) -> Bool { false }
  func stroke(_ paths: [[Point]], _ stroke: Stroke) { self.stroke(Polylines(paths), stroke) }
}
