import Foundation
import Plotting

func histograms() -> Figure {
  // Two groups of normally distributed numbers, by the Box-Muller transform of evenly spread ones.
  func normal(_ count: Int, mean: Double, deviation: Double) -> [Double] {
    (0..<count).map { index in
      let (u, v) = (
        (Double(index) + 0.5) / Double(count), (Double(index) * 0.618034).truncatingRemainder(dividingBy: 1)
      )
      return mean + deviation * sqrt(-2 * log(u)) * cos(2 * .pi * v)
    }
  }
  return Figure(
    panels: [
      Axes(title: "Automatic bins", x: Axis(label: "Height (cm)"), y: Axis(label: "Density"), legend: Legend()) {
        Histogram(normal(400, mean: 165, deviation: 7), isDensity: true, opacity: 0.6, label: "Group A")
        Histogram(normal(400, mean: 178, deviation: 8), isDensity: true, opacity: 0.6, label: "Group B")
      }
    ])
}
