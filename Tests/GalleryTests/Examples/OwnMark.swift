import Plotting

func ownMark() -> Figure {
  let loss = [2.3, 1.9, 1.2, 0.8, 0.55, 0.42, 0.35, 0.31, 0.29, 0.28]
  return Figure(
    panels: [
      Axes(title: "A mark of one's own", x: Axis(label: "Epoch"), y: Axis(label: "Loss"), legend: Legend()) {
        Span(from: 0, to: 2, label: "Warm-up")
        Line(y: loss, label: "Training")
      }
    ])
}

/// A shaded stretch of the horizontal axis, from the bottom to the top of the panel.
struct Span: DrawableMark {
  var from: Double
  var to: Double
  var color: Color?
  var label: String?

  let kind = "span"
  var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  var summary: String { "from \(from) to \(to)" }

  func check(_ check: ValueCheck) throws(PlottingError) {
    guard from < to else { throw check.failure("from is \(from), not below to, which is \(to)") }
  }

  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    DataExtent(of: direction == .x ? [from, to] : [], on: scale)
  }

  func draw(in area: MarkArea, on canvas: MarkCanvas) {
    // The vertical position does not matter: the span is as high as the frame.
    let (left, right) = (area.position(from, 1).x, area.position(to, 1).x)
    let (top, bottom) = (area.frameOnPage.minY, area.frameOnPage.maxY)
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map { Point(x: $0.0, y: $0.1) }
    canvas.fill([corners], color: area.color.opacity(0.2))
  }

  func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    canvas.fill([place.corners], color: area.color.opacity(0.2))
  }
}
