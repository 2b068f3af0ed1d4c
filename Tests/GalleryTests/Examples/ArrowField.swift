import Foundation
import Plotting

func arrowField() -> Figure {
  // Places half a metre apart, and a whirl around the middle that fades outwards.
  let places = 0..<120
  let x: [Double] = places.map { Double($0 % 12) / 2 - 2.75 }
  let y: [Double] = places.map { Double($0 / 12) / 2 - 2.25 }
  let speed: [Double] = zip(x, y).map { exp(-($0 * $0 + $1 * $1) / 6) }
  return Figure(
    panels: [
      Axes(title: "A whirl", x: Axis(label: "x (m)"), y: Axis(label: "y (m)")) {
        Arrows(x: x, y: y, u: zip(y, speed).map { -$0 * $1 }, v: zip(x, speed).map { $0 * $1 })
      }
    ])
}
