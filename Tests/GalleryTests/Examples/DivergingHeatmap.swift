import Foundation
import Plotting

func divergingHeatmap() -> Figure {
  let names = ["loss", "accuracy", "rate", "batch"]
  let values = [1, -0.92, 0.31, 0.05, -0.92, 1, -0.24, 0.11, 0.31, -0.24, 1, -0.6, 0.05, 0.11, -0.6, 1]
  return Figure(
    panels: [
      Axes(
        title: "Diverging: red to blue around zero", x: Axis(scale: .band(names)), y: Axis(scale: .band(names)),
        colorBar: ColorBar()
      ) {
        Heatmap(
          rows: 4, columns: 4, values: values, annotations: values.map { String(format: "%.2f", $0) },
          colorMap: .redBlue, center: 0, label: "Correlation")
      }
    ])
}
