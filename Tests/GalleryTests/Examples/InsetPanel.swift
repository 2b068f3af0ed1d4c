import Plotting

func insetPanel() -> Figure {
  let epochs = (1...60).map(Double.init)
  let first = Line(x: epochs, y: epochs.map { 0.05 + 0.9 / $0 }, label: "Adam")
  let second = Line(x: epochs, y: epochs.map { 0.06 + 0.8 / $0 }, label: "SGD")
  let end = Axes(x: Axis(limits: 48...60), y: Axis(limits: 0.064...0.08)) {
    first
    second
  }
  return Figure(
    size: Size(width: 5.6, height: 4),
    panels: [
      Axes(
        title: "The last epochs", x: Axis(label: "Epoch"), y: Axis(label: "Loss"),
        legend: Legend(placement: .inside(.top)),
        insets: [Inset(end, x: 0.48, y: 0.38, width: 0.48, height: 0.4, showsZoom: true)]
      ) {
        first
        second
      }
    ])
}
