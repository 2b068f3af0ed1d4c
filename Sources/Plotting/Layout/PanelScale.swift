/// How a panel's numbers become positions in its frame.
struct PanelScale: Sendable, Equatable {
  var x: AxisScale
  var y: AxisScale
  /// The frame's height divided by its width if pixels are squares; nil if it fills its cell.
  var aspect: Double?

  /// The scale that shows all marks of `axes`, or what its axes ask for.
  init(_ axes: Axes, margin: Double) {
    x = Self.scale(of: axes.x, .x, axes, margin: margin)
    y = Self.scale(of: axes.y, .y, axes, margin: margin)
    if axes.marks.contains(where: { $0.drawable.growsDownwards && !$0.isOnRightAxis }) { y.isReversed.toggle() }
    let units = y.range.length / x.range.length
    switch axes.aspect {
    case .equal: aspect = units
    case .ratio(let ratio): aspect = ratio * units
    case .box(let ratio): aspect = ratio
    case nil: aspect = axes.marks.contains { $0.drawable is Image } ? units : nil
    }
    aspect = aspect.map { min(max($0, 1e-3), 1e3) }
  }

  /// The scale of a colour bar.
  init(colorBar scale: AxisScale) {
    x = AxisScale(scale: .linear, range: AxisRange(lower: 0, upper: 1))
    y = scale
  }

  private static func scale(of axis: Axis, _ direction: AxisDirection, _ axes: Axes, margin: Double) -> AxisScale {
    let scale = axes.scale(direction)
    if let from = axis.from, let to = axis.to, let stated = AxisScale(scale, from: from, to: to) { return stated }
    let data = axes.shared.extent(direction) ?? axes.extent(direction, on: scale)
    return AxisScale(scale, showing: data, margin: margin).with(from: axis.from, to: axis.to)
  }

  /// The position of `value` on the horizontal axis of `frame`.
  func x(_ value: Double, in frame: Rect) -> Double {
    x.position(value, start: frame.minX, length: frame.width)
  }

  /// The position of `value` on the vertical axis of `frame`.
  func y(_ value: Double, in frame: Rect) -> Double {
    y.position(value, start: frame.minY, length: frame.height)
  }

  /// The position of an edge between cells, which lies at a whole number of bands, on the horizontal axis.
  func x(edge: Double, in frame: Rect) -> Double {
    x.position(ofTransformed: edge, start: frame.minX, length: frame.width)
  }

  /// The position of an edge between cells on the vertical axis.
  func y(edge: Double, in frame: Rect) -> Double {
    y.position(ofTransformed: edge, start: frame.minY, length: frame.height)
  }

  /// The part of `cell` that the frame takes: all of it, or the largest with square pixels. `cell` is in parts of a
  /// figure whose height divided by its width is `figureAspect`; `anchor` tells where in the cell it stands, 0 left
  /// or 1 right, when it is narrower.
  static func frame(in cell: Rect, aspect: Double?, figureAspect: Double, anchor: Double = 0.5) -> Rect {
    guard let aspect else { return cell }
    var width = cell.width
    var height = width * aspect / figureAspect
    if height > cell.height {
      height = cell.height
      width = height * figureAspect / aspect
    }
    // Moved after it was made, as matplotlib does it, so that its edges round alike.
    let x = cell.minX + anchor * (cell.width - width) - cell.minX
    let y = cell.minY + 0.5 * (cell.height - height) - cell.minY
    return Rect(x: cell.minX, y: cell.minY, width: width, height: height).offset(x: x, y: y)
  }
}
