import Foundation
import Plotting

func scatter() -> Figure {
  // Two groups of points on a spiral, the same in every run.
  func group(_ center: Double, _ count: Int) -> (x: [Double], y: [Double]) {
    let turns = (0..<count).map { Double($0) * 2.4 }
    let radius = turns.map { sqrt($0 / 2.4 / Double(count)) }
    return (
      zip(turns, radius).map { center + 1.1 * $1 * cos($0) }, zip(turns, radius).map { center / 2 + $1 * sin($0) }
    )
  }
  let (small, large) = (group(2, 60), group(3.4, 40))
  return Figure(
    panels: [
      Axes(
        title: "Two groups", x: Axis(label: "Length (cm)", minorTicks: true),
        y: Axis(label: "Width (cm)", minorTicks: true), legend: Legend()
      ) {
        Dots(x: small.x, y: small.y, size: 5, label: "Small")
        Dots(x: large.x, y: large.y, marker: .diamond, size: 5, label: "Large")
      }
    ])
}
