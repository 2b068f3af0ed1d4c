/// A box whose corners are quadratic curves, in pixels; y grows downwards.
struct RoundedBox: Sendable, Equatable {
  struct Corner: Sendable, Equatable {
    var start: Point
    var control: Point
    var end: Point
  }

  var corners: [Corner]

  /// A box between (`left`, `top`) and (`right`, `bottom`), every point of it moved to where a stroke is sharp.
  init(left: Double, top: Double, right: Double, bottom: Double, radius: Double, strokeWidth: Double) {
    func corner(_ points: (Double, Double)...) -> Corner {
      let snapped = Snapping.snap(points.map { Point(x: $0.0, y: $0.1) }, strokeWidth: strokeWidth)
      return Corner(start: snapped[0], control: snapped[1], end: snapped[2])
    }
    corners = [
      corner((right - radius, bottom), (right, bottom), (right, bottom - radius)),
      corner((right, top + radius), (right, top), (right - radius, top)),
      corner((left + radius, top), (left, top), (left, top + radius)),
      corner((left, bottom - radius), (left, bottom), (left + radius, bottom)),
    ]
  }
}
