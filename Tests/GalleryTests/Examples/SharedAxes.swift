import Plotting

func sharedAxes() -> Figure {
  let confidence = (0..<10).map { 0.05 + 0.1 * Double($0) }
  return Figure(
    size: Size(width: 4.2, height: 5), rowHeights: [3, 1], sharesX: .all,
    panels: [
      Axes(
        title: "Reliability", x: Axis(limits: 0...1),
        y: Axis(label: "Accuracy", limits: 0...1, format: .percent()), grid: Grid(opacity: 0.4), legend: Legend()
      ) {
        Line(x: [0, 1], y: [0, 1], color: Color(grey: 0.5), width: 1, dash: .dashed, label: "Ideal")
        Line(
          x: confidence, y: [0.02, 0.11, 0.19, 0.31, 0.38, 0.49, 0.57, 0.68, 0.79, 0.93], marker: .circle, label: "CNN")
      },
      Axes(x: Axis(label: "Confidence", format: .percent()), y: Axis(label: "Samples", format: .si())) {
        Line(
          x: confidence, y: [120, 160, 210, 260, 330, 420, 560, 790, 1500, 5650], marker: .circle)
      },
    ])
}
