import Foundation
import Plotting

func stackedAreas() -> Figure {
  let hours = (0...96).map { Double($0) / 4 }
  func around(_ peak: Double, _ height: Double, _ width: Double) -> [Double] {
    hours.map { height * exp(-pow(($0 - peak) / width, 2)) }
  }
  return Figure(
    panels: [
      Axes(
        title: "Load of a day", x: Axis(label: "Hour", limits: 0...24), y: Axis(label: "Power (MW)"), legend: Legend()
      ) {
        Area(
          x: hours,
          series: [
            Area.Series(hours.map { _ in 20 }, label: "Hydro"), Area.Series(around(13, 45, 4), label: "Solar"),
            Area.Series(around(19.5, 30, 2.5), label: "Gas"),
          ])
      }
    ], theme: .clean)
}
