import Foundation
import Plotting

func panelNotes() -> Figure {
  let hours = (0...96).map { Double($0) / 4 }
  let stations = [("North", 4.0, 3.0), ("Coast", 9.0, 2.0), ("Valley", 7.0, 6.0), ("City", 11.0, 4.0)]
  return Figure(
    size: Size(width: 6.4, height: 3.6),
    title: FigureTitle("A day at four stations", subtitle: "Temperature (°C) by hour; at the right, its mean", top: 1),
    columns: 2, rows: 2,
    panels: stations.map { name, mean, swing in
      Axes(
        title: Label(name), note: Label("\(mean) °C"),
        x: Axis(ticks: .values([0, 6, 12, 18, 24])), y: Axis(limits: 0...16, ticks: .values([0, 5, 10, 15])),
        grid: Grid()
      ) {
        Line(x: hours, y: hours.map { mean - swing * cos(2 * .pi * ($0 - 3) / 24) })
      }
    }, theme: .clean)
}
