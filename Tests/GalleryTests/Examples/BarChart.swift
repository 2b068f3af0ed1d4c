import Plotting

func barChart() -> Figure {
  Figure(
    panels: [
      Axes(title: "Time of one epoch", y: Axis(label: "Seconds"), grid: Grid(opacity: 0.4)) {
        Bars(["Keras", "PyTorch", "oneDNN"], [54, 48, 17], width: 0.6)
        Text("54", x: 0, y: 54, offset: Size(width: 0, height: 8))
        Text("48", x: 1, y: 48, offset: Size(width: 0, height: 8))
        Text("17", x: 2, y: 17, offset: Size(width: 0, height: 8))
      }
    ])
}
