import Glibc

/// The heights of contour lines, written upon them.
extension LayoutContext {
  /// Writes its height upon each line of labelled contours that is long enough: where it is straightest, within the panel, and not
  /// upon another height. The lines get gaps there.
  func placeContourLabels(in panel: inout PanelLayout) throws(PlottingError) {
    var taken: [ContourGap] = []
    for (index, mark) in panel.axes.marks.enumerated() {
      guard var contour = mark.drawable as? Contour, contour.showsLabels, !contour.isFilled else { continue }
      let (scale, frame) = (panel.scale(of: mark), panel.frame)
      // Without the sign of a zero, and with that of numbers beside ticks.
      let levels = contour.levels.map { $0 + 0 }
      let texts =
        contour.labelFormat?.labels(levels, range: nil)
        ?? levels.map { NumberSummary.text($0).replacing("-", with: "\u{2212}") }
      for (place, level) in contour.levels.enumerated() {
        guard let color = contour.color ?? contour.valueColors.color(of: level) else { continue }
        let style = TextStyle(size: theme.tickLabel.size, color: color)
        let run = try text.run(texts[place], style, dpi: dpi)
        let size = Size(width: run.width + pixels(3), height: run.height)
        for line in contour.field.lines(at: level) {
          let onPage = line.map { Point(x: scale.x($0.x, in: frame), y: scale.y($0.y, in: frame)) }
          // Of the parts that can be seen, since the others may be without end.
          let seen = Clipping.lines(onPage.finiteParts, around: frame)
          guard let spot = seen.lazy.compactMap({ Self.spot(on: $0, for: size, in: frame, taken) }).first else {
            continue
          }
          taken.append(ContourGap(center: spot.center, radius: size.width / 2))
          contour.gaps.append(
            ContourGap(
              level: place, center: Point(x: spot.center.x - frame.minX, y: spot.center.y - frame.minY),
              radius: size.width / 2))
          panel.annotations.append(
            try text.place(
              texts[place], style, at: spot.center,
              TextAlignment(
                horizontal: .center, vertical: .center, rotation: TextRotation(degrees: spot.degrees),
                alignsBeforeTurning: true), dpi: dpi))
        }
      }
      panel.axes.marks[index] = mark.replaced(by: contour)
    }
  }

  /// The middle of the straightest part of a line that is as long as a text, and its angle; nil if there is none within `frame`
  /// or apart from what is taken.
  private static func spot(
    on line: [Point], for size: Size, in frame: Rect, _ taken: [ContourGap]
  ) -> (center: Point, degrees: Double)? {
    // The way to each point.
    var ways = [0.0]
    for (one, next) in zip(line, line.dropFirst()) { ways.append((ways.last ?? 0) + one.distance(to: next)) }
    guard let length = ways.last, length > 1.2 * size.width else { return nil }
    func point(at way: Double) -> Point {
      // The first point after it, by halving.
      var (after, end) = (1, line.count - 1)
      while after < end {
        let middle = (after + end) / 2
        if ways[middle] < way { after = middle + 1 } else { end = middle }
      }
      let step = ways[after] - ways[after - 1]
      return line[after - 1].moved(to: line[after], by: step > 0 ? (way - ways[after - 1]) / step : 0)
    }
    let inside = frame.padded(-0.5 * size.height)
    var best: (center: Point, degrees: Double, bend: Double)?
    for way in stride(from: size.width / 2, through: length - size.width / 2, by: max(size.width / 4, length / 200)) {
      let (start, center, end) = (point(at: way - size.width / 2), point(at: way), point(at: way + size.width / 2))
      let chord = start.distance(to: end)
      guard chord > 0.9 * size.width, inside.contains(start), inside.contains(end), inside.contains(center),
        taken.allSatisfy({ $0.center.distance(to: center) > $0.radius + size.width / 2 })
      else { continue }
      // How far a quarter, the middle and three quarters lie beside the chord.
      let (across, up) = ((end.x - start.x) / chord, (end.y - start.y) / chord)
      func distance(_ share: Double) -> Double {
        let point = point(at: way + share * size.width)
        return abs(across * (point.y - start.y) - up * (point.x - start.x))
      }
      let bend = max(distance(-0.25), distance(0), distance(0.25))
      // The first of those that are straight alike.
      if let best, bend > best.bend - 0.01 * size.width { continue }
      var degrees: Double = atan2(up, across) * 180 / Double.pi
      if degrees > 90 { degrees -= 180 } else if degrees <= -90 { degrees += 180 }
      best = (center, degrees, bend)
    }
    return best.map { ($0.center, $0.degrees) }
  }
}

/// A place at which a contour line has a gap for its height: a circle around a point.
struct ContourGap: Sendable, Equatable {
  /// The level, counted from 0.
  var level = 0
  /// The middle, in pixels from the frame's lower left corner for a gap that is drawn.
  var center: Point
  var radius: Double

  /// The parts of a line outside of the circle.
  func cut(_ line: [Point], center: Point) -> [[Point]] {
    var parts: [[Point]] = [[]]
    func append(_ point: Point) {
      if parts[parts.count - 1].last != point { parts[parts.count - 1].append(point) }
    }
    for (a, b) in zip(line, line.dropFirst()) {
      // Where |a + t (b - a) - center|² = radius².
      let (dx, dy, x, y) = (b.x - a.x, b.y - a.y, a.x - center.x, a.y - center.y)
      let (square, half) = (dx * dx + dy * dy, x * dx + y * dy)
      let discriminant = half * half - square * (x * x + y * y - radius * radius)
      let root = max(discriminant, 0).squareRoot()
      let (enters, leaves) = ((-half - root) / square, (-half + root) / square)
      if square == 0 || discriminant <= 0 || enters >= 1 || leaves <= 0 {
        append(a)
        append(b)
        continue
      }
      if enters > 0 {
        append(a)
        append(a.moved(to: b, by: enters))
      }
      if leaves < 1 {
        parts.append([a.moved(to: b, by: leaves)])
        append(b)
      } else {
        parts.append([])
      }
    }
    return parts.filter { $0.count > 1 }
  }
}

extension Point {
  fileprivate func distance(to other: Point) -> Double { hypot(other.x - x, other.y - y) }

  /// The point a share of the way to another one.
  fileprivate func moved(to other: Point, by share: Double) -> Point {
    Point(x: x + share * (other.x - x), y: y + share * (other.y - y))
  }
}
