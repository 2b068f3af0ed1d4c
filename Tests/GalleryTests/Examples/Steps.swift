import Plotting

func steps() -> Figure {
  let (x, y) = ([0.0, 1, 2, 3, 4, 5], [1.0, 3, 2, 4, 3, 5])
  return Figure(
    size: Size(width: 9, height: 3), columns: 3,
    panels: [Line.Step.pre, .mid, .post].map { step in
      Axes(title: Label("\(step)"), grid: Grid(opacity: 0.4)) {
        Line(x: x, y: y, marker: .circle, step: step)
      }
    })
}
