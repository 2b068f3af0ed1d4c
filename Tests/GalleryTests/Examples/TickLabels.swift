import Plotting

func tickLabels() -> Figure {
  let sizes: [Double] = [1, 2, 3, 4]
  let names = ["10k images", "100k images", "1M images", "10M images"]
  return Figure(
    size: Size(width: 6.8, height: 3.2), columns: 2,
    panels: [
      Axes(
        title: "Accuracy", x: Axis(ticks: .labels(Array(zip(sizes, names)))),
        y: Axis(from: 0.5, to: 1, format: .percent()), grid: Grid(opacity: 0.4)
      ) {
        Line(x: sizes, y: [0.61, 0.78, 0.90, 0.96], marker: .circle)
      },
      Axes(
        title: "Cost", x: Axis(label: "Operations", from: 0, to: 1.2e9, format: .si(unit: "FLOP")),
        y: Axis(from: 0, to: nil, format: .grouped().with(prefix: "$")), grid: Grid(opacity: 0.4)
      ) {
        Line(x: [0, 4e8, 1.1e9], y: [0, 3200, 12500], marker: .square)
      },
    ])
}
