import Plotting

func squareRootScale() -> Figure {
  let classes = (1...40).map(Double.init)
  return Figure(
    size: Size(width: 5.6, height: 3.6),
    panels: [
      Axes(
        title: "Counts of words", x: Axis(label: "Rank", scale: .log(base: 2)),
        y: Axis(label: "Occurrences", scale: .squareRoot, format: .grouped()), grid: Grid(opacity: 0.4)
      ) {
        Dots(x: classes, y: classes.map { (60_000 / ($0 * $0)).rounded() })
      }
    ])
}
