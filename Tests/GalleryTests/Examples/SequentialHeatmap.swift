import Foundation
import Plotting

func sequentialHeatmap() -> Figure {
  let values = (0..<24 * 36).map { index in
    let (row, column) = (Double(index / 36) / 24, Double(index % 36) / 36)
    return 20 + 15 * sin(3 * row) * cos(4 * column - row)
  }
  return Figure(
    panels: [
      Axes(
        title: "Sequential: viridis", x: Axis(label: "East (km)"), y: Axis(label: "South (km)"), colorBar: ColorBar()
      ) {
        Heatmap(rows: 24, columns: 36, values: values, colorMap: .viridis, label: "Temperature (°C)")
      }
    ])
}
