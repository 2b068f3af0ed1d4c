/// What a mark draws on. Positions are pixels from the page's top left corner, as ``MarkArea`` gives them; widths and sizes are
/// points.
///
/// Positions that are not finite leave a gap.
public struct MarkCanvas {
  let page: any Canvas
  private let area: MarkArea

  init(_ page: any Canvas, in area: MarkArea) {
    self.page = page
    self.area = area
  }

  /// Draws a line through each of `paths`, cut at the panel's frame.
  public func stroke(_ paths: [[Point]], color: Color, width: Double, dash: Line.Dash = .solid) {
    let width = area.pixels(min(max(width, 0), NumberRange.size.highest))
    let stroke = Stroke(
      color: color.clamped, width: width, cap: dash == .solid ? .projecting : .butt,
      dashes: dash.pattern.map { $0 * width })
    clipped {
      page.stroke(Clipping.lines(paths.flatMap(\.finiteParts), around: area.frameOnPage), stroke)
    }
  }

  /// Fills the shapes whose corners are `shapes`, cut at the panel's frame; what two of them share is filled once.
  public func fill(_ shapes: [[Point]], color: Color) {
    let shapes = shapes.map { Clipping.polygon($0.filter(\.isFinite), around: area.frameOnPage) }
    clipped { page.fill(shapes, color: color.clamped) }
  }

  /// Draws a symbol at each of `points` within the frame. Those at its edge are drawn whole.
  public func draw(_ marker: Marker, at points: [Point], size: Double, color: Color) throws(PlottingError) {
    try marker.draw(
      at: points.filter(\.isFinite), size: min(max(size, 0), NumberRange.size.highest), color: color.clamped, in: area,
      on: page)
  }

  private func clipped(_ draw: () -> Void) {
    area.clip(on: page)
    draw()
    page.unclip()
  }
}
