import Foundation
import Plotting

func boxPlots() -> Figure {
  // Numbers that lean to one side, more the later the group.
  let groups = (1...4).map { group in
    (0..<60).map { index in
      let share = (Double(index) * 0.618034).truncatingRemainder(dividingBy: 1)
      return Double(group) + pow(-log(1 - share * 0.999), 0.4 + 0.3 * Double(group))
    }
  }
  let names = ["Mon", "Tue", "Wed", "Thu"]
  return Figure(
    size: Size(width: 9, height: 4), columns: 2,
    panels: [
      Axes(title: "Boxes", y: Axis(label: "Wait (min)")) { Box(names, groups) },
      Axes(title: "Notched") { Box(names, groups, isNotched: true) },
    ])
}
