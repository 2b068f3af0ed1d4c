import Foundation
import Plotting

func logarithmicScale() -> Figure {
  let sizes = (0...30).map { pow(10, Double($0) / 6) }
  return Figure(
    panels: [
      Axes(
        title: "Logarithmic axes", x: Axis(label: "Elements", scale: .log()), y: Axis(label: "Steps", scale: .log()),
        grid: Grid(opacity: 0.5), legend: Legend()
      ) {
        Line(x: sizes, y: sizes.map { $0 * $0 }, label: "n²")
        Line(x: sizes, y: sizes.map { $0 * log2($0) }, dash: .dashed, label: "n log n")
        Line(x: sizes, y: sizes, dash: .dotted, label: "n")
      }
    ])
}
