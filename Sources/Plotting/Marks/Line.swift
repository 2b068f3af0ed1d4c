/// A line through points. Where a coordinate is not finite there is a gap; a point with no neighbour is a dot, unless
/// `dotsLonePoints` is false.
public struct Line: Sendable, Equatable {
  /// How the line is interrupted.
  public enum Dash: Sendable, Equatable {
    /// Not at all.
    case solid
    /// Dashes of 3.7 line widths, gaps of 1.6.
    case dashed
  }

  /// The horizontal positions, as many as `y` has.
  public let x: [Double]
  /// The vertical positions.
  public let y: [Double]
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The width in points; nil for the theme's.
  public var width: Double?
  /// How the line is interrupted.
  public var dash: Dash
  /// The name in the legend; nil to leave it out.
  public var label: String?
  /// Whether a point with no neighbour is drawn as a dot; matplotlib draws nothing there.
  public var dotsLonePoints = true

  /// A line through points at `x` and `y`; the longer of the two is cut.
  public init(
    x: [Double], y: [Double], color: Color? = nil, width: Double? = nil, dash: Dash = .solid, label: String? = nil
  ) {
    let count = min(x.count, y.count)
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
    self.color = color
    self.width = width
    self.dash = dash
    self.label = label
  }

  /// A line through points at 0, 1, 2, … and `y`.
  public init(
    y: [Double], color: Color? = nil, width: Double? = nil, dash: Dash = .solid, label: String? = nil
  ) {
    self.init(x: y.indices.map(Double.init), y: y, color: color, width: width, dash: dash, label: label)
  }

  /// The points; nil where one cannot be drawn.
  var points: [Point?] {
    zip(x, y).map { x, y in
      abs(x) <= AxisRange.largestValue && abs(y) <= AxisRange.largestValue ? Point(x: x, y: y) : nil
    }
  }

  /// The lengths of dashes and gaps in line widths; empty for a solid line.
  var dashPattern: [Double] {
    dash == .dashed ? [3.7, 1.6] : []
  }

  /// The diameter, in line widths, of the dot that stands for a point without neighbours.
  static let dotDiameter = 2.5
}

extension Line: DrawableMark {
  /// Draws the line; one of horizontal and vertical strokes only is snapped to pixels.
  func draw(in area: MarkArea, on canvas: borrowing RasterCanvas) {
    var paths: [[Point]] = [[]]
    for point in points {
      if let point {
        paths[paths.count - 1].append(area.position(point))
      } else if paths.last?.isEmpty == false {
        paths.append([])
      }
    }
    let stroke = stroke(in: area)
    if Snapping.isRectilinear(paths) { paths = paths.map { Snapping.snap($0, strokeWidth: stroke.width) } }
    area.clip(on: canvas)
    canvas.stroke(paths.filter { $0.count > 1 }, stroke)
    if dotsLonePoints {
      canvas.fillCircles(
        at: paths.filter { $0.count == 1 }.flatMap { $0 }, diameter: Self.dotDiameter * stroke.width,
        color: stroke.color)
    }
    canvas.unclip()
  }

  /// Draws a piece of the line between two points of the page, for a legend.
  func drawSample(from start: Point, to end: Point, in area: MarkArea, on canvas: borrowing RasterCanvas) {
    let stroke = stroke(in: area)
    canvas.stroke([Snapping.snap([start, end], strokeWidth: stroke.width)], stroke)
  }

  private func stroke(in area: MarkArea) -> Stroke {
    let width = area.pixels(width ?? area.theme.marks.lineWidth)
    return Stroke(
      color: color ?? area.color, width: width, cap: dash == .solid ? .projecting : .butt,
      dashes: dashPattern.map { $0 * width })
  }
}
