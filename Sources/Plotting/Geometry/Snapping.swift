/// Pixel snapping as matplotlib's Agg backend does it. Coordinates are pixels; y grows downwards.
enum Snapping {
  /// Half up, which `Double.rounded()` is not below zero.
  static func round(_ value: Double) -> Double {
    (value + 0.5).rounded(.down)
  }

  /// The nearest whole pixel, half up. What lies far outside of any page is moved nearer, so that it is a number.
  static func pixel(_ value: Double) -> Int {
    value.isNaN ? 0 : Int(round(min(max(value, -1e6), 1e6)))
  }

  /// What is added to a whole coordinate so that a stroke of `width` pixels covers whole pixels.
  static func shift(strokeWidth: Double) -> Double {
    pixel(strokeWidth).isMultiple(of: 2) ? 0 : 0.5
  }

  /// The points at the nearest positions where a stroke of `width` pixels looks sharp.
  static func snap(_ points: some Collection<Point>, strokeWidth: Double) -> [Point] {
    let shift = shift(strokeWidth: strokeWidth)
    return points.map { Point(x: round($0.x) + shift, y: round($0.y) + shift) }
  }

  /// Whether a line is only made of horizontal and vertical strokes; such lines are snapped. `paths` are its parts.
  static func isRectilinear(_ paths: Polylines) -> Bool {
    paths.points.count <= 1024
      && paths.allSatisfy { path in
        zip(path, path.dropFirst()).allSatisfy { abs($0.x - $1.x) < 1e-4 || abs($0.y - $1.y) < 1e-4 }
      }
  }
}
