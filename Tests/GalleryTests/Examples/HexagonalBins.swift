import Foundation
import Plotting

func hexagonalBins() -> Figure {
  let count = 8000
  let pairs = (0..<count).map { index -> (Double, Double) in
    let radius = sqrt(-2 * log((Double(index) + 0.5) / Double(count)))
    let angle = Double(index) * 2.399963
    return (radius * cos(angle), radius * sin(angle))
  }
  return Figure(
    panels: [
      Axes(title: "8000 points", x: Axis(label: "x"), y: Axis(label: "y"), colorBar: ColorBar()) {
        HexBins(
          x: pairs.map(\.0), y: pairs.map { 0.6 * $0.0 + 0.8 * $0.1 }, leastCount: 1,
          colors: ColorScale(.blues, label: "Points in a bin"))
      }
    ], theme: .clean)
}
