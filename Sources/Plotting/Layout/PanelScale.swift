/// How a panel's numbers become positions in its frame.
struct PanelScale: Sendable, Equatable {
  var x: AxisRange
  var y: AxisRange
  /// Whether the vertical axis grows downwards, as it does for images and heatmaps.
  var isInverted: Bool
  /// The frame's height divided by its width where pixels are squares; nil where it fills its cell.
  var aspect: Double?

  /// The scale that shows all of `marks`.
  init(marks: [Mark], margin: Double) {
    var cells: Rect?
    var isInverted = false
    var aspect: Double?
    var xValues: [Double] = []
    var yValues: [Double] = []
    for mark in marks {
      switch mark {
      case .line(let line):
        for case let point? in line.points {
          xValues.append(point.x)
          yValues.append(point.y)
        }
      case .image(let image):
        let extent = Rect(
          minX: -0.5, minY: -0.5, maxX: Double(image.width) - 0.5, maxY: Double(image.height) - 0.5)
        cells = cells?.union(extent) ?? extent
        isInverted = true
        aspect = extent.height / extent.width
      case .heatmap(let heatmap):
        let extent = Rect(minX: 0, minY: 0, maxX: Double(heatmap.columns), maxY: Double(heatmap.rows))
        cells = cells?.union(extent) ?? extent
        isInverted = true
      }
    }
    self.isInverted = isInverted
    self.aspect = aspect
    if let cells {
      x = AxisRange(lower: cells.minX, upper: cells.maxX)
      y = AxisRange(lower: cells.minY, upper: cells.maxY)
    } else {
      let unknown = AxisRange(lower: -.infinity, upper: .infinity)
      x = (AxisRange(of: xValues) ?? unknown).withMargin(margin)
      y = (AxisRange(of: yValues) ?? unknown).withMargin(margin)
    }
  }

  /// The scale of a colour bar.
  init(colorBar range: AxisRange) {
    x = AxisRange(lower: 0, upper: 1)
    y = range
    isInverted = false
  }

  /// The position of `value` on the horizontal axis of `frame`.
  func x(_ value: Double, in frame: Rect) -> Double {
    Self.position(value, from: x.lower, to: x.upper, start: frame.minX, length: frame.width)
  }

  /// The position of `value` on the vertical axis of `frame`.
  func y(_ value: Double, in frame: Rect) -> Double {
    let (from, to) = isInverted ? (y.upper, y.lower) : (y.lower, y.upper)
    return Self.position(value, from: from, to: to, start: frame.minY, length: frame.height)
  }

  /// One multiplication and one addition, as in matplotlib's composed matrices, so that what stands between two
  /// pixels there does so here.
  private static func position(_ value: Double, from: Double, to: Double, start: Double, length: Double) -> Double {
    let scale = 1 / (to - from)
    return length * scale * value + (length * (-from * scale) + start)
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
