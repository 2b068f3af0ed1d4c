import Plotting

func rightAxis() -> Figure {
  let steps = (0...40).map(Double.init)
  return Figure(
    size: Size(width: 6, height: 3.6),
    panels: [
      Axes(
        title: "Loss and learning rate", x: Axis(label: "Step"), y: Axis(label: "Loss", from: 0, to: nil),
        y2: Axis(label: "Learning rate", format: .scientific()), grid: Grid(opacity: 0.4),
        legend: Legend(placement: .outside(.below))
      ) {
        Line(x: steps, y: steps.map { 0.1 + 1.2 / (1 + $0 / 5) }, width: 2, label: "Loss")
        OnRightAxis {
          Line(
            x: steps, y: steps.map { $0 < 8 ? $0 / 8 * 3e-3 : 3e-3 * (40 - $0) / 32 }, dash: .dashed,
            label: "Learning rate")
        }
      }
    ])
}
