import Foundation
import Plotting

func logarithmicColors() -> Figure {
  let (columns, rows) = (80, 60)
  // Rosenbrock's valley at the middle of each cell.
  let values = (0..<rows * columns).map { index -> Double in
    let x = -2 + 4 * (Double(index % columns) + 0.5) / 80
    let y = -1 + 4 * (Double(index / columns) + 0.5) / 60
    let slope = y - x * x
    return (1 - x) * (1 - x) + 100 * slope * slope
  }
  return Figure(
    panels: [
      Axes(title: "Rosenbrock's valley", x: Axis(label: "θ₁"), y: Axis(label: "θ₂"), colorBar: ColorBar()) {
        Heatmap(
          rows: rows, columns: columns, values: values, x: .range(-2...2), y: .range(-1...3), colorMap: .viridis,
          colorScale: .log(), label: "Loss")
        Dots(x: [1], y: [1], marker: .cross, color: .white)
      }
    ])
}
