/// The box around what an inset magnifies, and the lines from its corners to those of the inset, as matplotlib's
/// `indicate_inset_zoom` draws them: the two that do not cross one of the boxes. Pixels; y grows upwards.
struct ZoomLines: Sendable, Equatable {
  var box: Rect
  var lines: [[Point]]

  /// The lines for an inset; nil if its axes show nothing that has a place in the large panel.
  init?(of inset: PanelLayout, in panel: PanelLayout) {
    let (x, y) = (inset.scale.x.dataRange, inset.scale.y.dataRange)
    let (x0, x1) = (panel.scale.x(x.lower, in: panel.frame), panel.scale.x(x.upper, in: panel.frame))
    let (y0, y1) = (panel.scale.y(y.lower, in: panel.frame), panel.scale.y(y.upper, in: panel.frame))
    let shown = Rect(minX: min(x0, x1), minY: min(y0, y1), maxX: max(x0, x1), maxY: max(y0, y1))
    guard shown.isVisible, let seen = shown.intersection(panel.frame) else { return nil }
    box = seen
    let frame = inset.frame
    let (left, right) = (frame.minX < box.minX, frame.maxX < box.maxX)
    let (below, above) = (frame.minY < box.minY, frame.maxY < box.maxY)
    let corners: [(isSeen: Bool, x: KeyPath<Rect, Double>, y: KeyPath<Rect, Double>)] = [
      (left != below, \.minX, \.minY), (left == above, \.minX, \.maxY), (right == below, \.maxX, \.minY),
      (right != above, \.maxX, \.maxY),
    ]
    lines = corners.filter(\.isSeen).map { corner in
      [
        Point(x: frame[keyPath: corner.x], y: frame[keyPath: corner.y]),
        Point(x: seen[keyPath: corner.x], y: seen[keyPath: corner.y]),
      ]
    }
  }
}
