import Plotting

func symmetricScale() -> Figure {
  let x = (-400...400).map { Double($0) / 40 }
  return Figure(
    panels: [
      Axes(
        title: "Logarithmic on both sides of zero", x: Axis(label: "x"),
        y: Axis(label: "x⁵", scale: .symlog(threshold: 1)), grid: Grid(opacity: 0.5)
      ) {
        Line(x: x, y: x.map { $0 * $0 * $0 * $0 * $0 }, width: 2)
      }
    ])
}
