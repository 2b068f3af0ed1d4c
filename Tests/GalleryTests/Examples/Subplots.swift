import Foundation
import Plotting

func subplots() -> Figure {
  let x = (0...400).map { Double($0) / 200 }
  return Figure(
    size: Size(width: 7, height: 5), title: FigureTitle("Four damped waves"), columns: 2, rows: 2,
    panels: (1...4).map { wave in
      Axes(title: "\(wave) Hz", x: Axis(label: "Time (s)"), y: Axis(limits: -1...1), grid: Grid(opacity: 0.4)) {
        Line(x: x, y: x.map { exp(-$0) * cos(2 * .pi * Double(wave) * $0) }, color: [Color].okabeIto[wave - 1])
      }
    })
}
