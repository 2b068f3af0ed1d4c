import Plotting

let epochs = [1.0, 2, 3, 4, 5, 6]
let figure = Figure(
  panels: [
    Axes(title: "Training of five seeds", x: "Epoch", y: "Loss", grid: Grid(opacity: 0.4)) {
      Band(
        x: epochs, lower: [0.70, 0.38, 0.24, 0.17, 0.13, 0.11], upper: [0.94, 0.56, 0.38, 0.28, 0.23, 0.21],
        color: [Color].okabeIto[0], label: "Lowest to highest")
      Line(x: epochs, y: [0.82, 0.47, 0.30, 0.22, 0.18, 0.16], color: [Color].okabeIto[0], width: 2, label: "Mean")
    }
  ])
try figure.write(to: "chart.png")
print("chart.png: \(figure.altText)")
