import Plotting

private struct Run {
  var optimizer: String
  var rate: Double
  var loss: Double
}

func facets() -> Figure {
  let runs = ["SGD", "Momentum", "RMSprop", "Adam"].enumerated().flatMap { index, optimizer in
    (0..<12).map { step in
      let distance = Double(step) - 3 - 1.5 * Double(index)
      return Run(optimizer: optimizer, rate: 1e-5 * Double(1 << step), loss: 0.1 + 0.02 * distance * distance)
    }
  }
  return Figure.facets(
    runs, by: \.optimizer, x: Axis(label: "Learning rate", scale: .log()), y: Axis(label: "Loss"),
    grid: Grid(opacity: 0.4)
  ) { runs in
    Line(x: runs.map(\.rate), y: runs.map(\.loss), marker: .circle)
  }
}
