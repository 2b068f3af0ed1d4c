import Foundation
import Plotting

func errorBarExample() -> Figure {
  let dose = [1.0, 2, 4, 8, 16]
  return Figure(
    panels: [
      Axes(
        title: "Response", x: Axis(label: "Dose (mg)", scale: .log(base: 2)), y: Axis(label: "Change (%)"),
        legend: Legend()
      ) {
        ErrorBars(
          x: dose, y: [2, 5, 9, 16, 21], yErrors: .symmetric([1.5, 1.2, 2, 2.5, 3]), capSize: 3, label: "Treated")
        ErrorBars(
          x: dose, y: [1, 1.5, 1, 2.5, 2],
          yErrors: .asymmetric(below: [0.5, 1, 1, 1, 1.5], above: [1, 2, 1.5, 2, 2.5]),
          capSize: 3, marker: .square, label: "Control")
        Rule(y: 0, dash: .dotted)
      }
    ])
}
