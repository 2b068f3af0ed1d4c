import Glibc

/// Which part of a text's width stands at its anchor.
enum HorizontalAlignment: Sendable {
  case left, center, right
}

/// Which part of a text's height stands at its anchor.
enum VerticalAlignment: Sendable {
  case top, center, bottom, baseline
  /// The middle between the last line's baseline and the top of the first.
  case centerBaseline
}

/// Where a text stands in relation to its anchor.
struct TextAlignment: Sendable {
  var horizontal: HorizontalAlignment
  var vertical: VerticalAlignment
  var rotation: TextRotation = .horizontal
  /// Whether the text is aligned before it is turned, as labels of y axes are; otherwise its turned box is aligned.
  var alignsBeforeTurning = false
}

/// A text at its place on the page.
struct PlacedText: Sendable {
  /// A line of text and the left end of its baseline.
  struct Line: Sendable {
    var text: String
    var origin: Point
  }

  var lines: [Line]
  var style: TextStyle
  var rotation: TextRotation
  /// The box that the text takes, which has the font's full height even where no letter does.
  var bounds: Rect
  /// The height of all lines before they are turned.
  var height = 0.0
}

extension PlacedText {
  /// The same text higher up.
  func offset(y: Double) -> PlacedText {
    var result = self
    result.lines = lines.map { Line(text: $0.text, origin: Point(x: $0.origin.x, y: $0.origin.y + y)) }
    result.bounds = bounds.offset(x: 0, y: y)
    return result
  }
}

extension TextEngine {
  /// Puts `text` at `anchor` as `Text._get_layout` of matplotlib 3.10 does. Pixels; y grows upwards.
  func place(_ text: String, _ style: TextStyle, at anchor: Point, _ alignment: TextAlignment, dpi: Double)
    throws(PlottingError) -> PlacedText
  {
    let reference = try run("lp", style, dpi: dpi)
    let minimumLineHeight = (reference.height - reference.descent) * 1.2
    var y = 0.0
    var baselines: [Double] = []
    var widths: [Double] = []
    var descent = 0.0
    var baseline = 0.0
    let lines = text.drawnLines
    for (index, line) in lines.enumerated() {
      let run = try run(line, style, dpi: dpi)
      let height = max(run.height, reference.height)
      descent = max(run.descent, reference.descent)
      baseline = height - descent - y
      y = index == 0 ? -(height - descent) : y - max(minimumLineHeight, (height - descent) * 1.2)
      baselines.append(y)
      widths.append(run.width)
      y -= descent
    }
    let width = widths.max() ?? 0
    let box = Rect(minX: 0, minY: y, maxX: width, maxY: 0)
    let starts = widths.map { line -> Double in
      switch alignment.horizontal {
      case .left: 0
      case .center: width / 2 - line / 2
      case .right: width - line
      }
    }

    let turn = Turn(alignment.rotation)
    let turnedBox = turn(box)
    let alignedBox = alignment.alignsBeforeTurning ? box : turnedBox
    var offset = Point(x: 0, y: 0)
    switch alignment.horizontal {
    case .left: offset.x = alignedBox.minX
    case .center: offset.x = (alignedBox.minX + alignedBox.maxX) / 2
    case .right: offset.x = alignedBox.maxX
    }
    switch alignment.vertical {
    case .top: offset.y = alignedBox.maxY
    case .center: offset.y = (alignedBox.minY + alignedBox.maxY) / 2
    case .bottom: offset.y = alignedBox.minY
    case .baseline: offset.y = alignment.alignsBeforeTurning ? box.maxY - baseline : alignedBox.minY + descent
    case .centerBaseline: offset.y = alignedBox.maxY - baseline / 2
    }
    if alignment.alignsBeforeTurning { offset = turn(offset) }

    let origins = zip(starts, baselines).map { turn(Point(x: $0, y: $1)) }
    return PlacedText(
      lines: zip(lines, origins).map { text, origin in
        PlacedText.Line(
          text: text, origin: Point(x: origin.x - offset.x + anchor.x, y: origin.y - offset.y + anchor.y))
      },
      style: style, rotation: alignment.rotation,
      bounds: turnedBox.offset(x: anchor.x - offset.x, y: anchor.y - offset.y), height: box.height)
  }
}

/// Turns points around the origin, by a right angle without rounding.
private struct Turn {
  private let cosine: Double
  private let sine: Double

  init(_ rotation: TextRotation) {
    switch rotation {
    case .horizontal: (cosine, sine) = (1, 0)
    case .vertical: (cosine, sine) = (0, 1)
    case .turned: (cosine, sine) = (cos(rotation.radians), sin(rotation.radians))
    }
  }

  func callAsFunction(_ point: Point) -> Point {
    Point(x: cosine * point.x - sine * point.y, y: sine * point.x + cosine * point.y)
  }

  /// The box around a turned one.
  func callAsFunction(_ box: Rect) -> Rect {
    let corners = [
      Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.minY), Point(x: box.maxX, y: box.maxY),
      Point(x: box.minX, y: box.maxY),
    ].map { self($0) }
    return Rect.union(of: corners.map { Rect(minX: $0.x, minY: $0.y, maxX: $0.x, maxY: $0.y) }) ?? box
  }
}
