import Plotting

func dateAxis() -> Figure {
  let start = DateTime(year: 2026, month: 11, day: 27, hour: 18).secondsSince1970
  let minutes = stride(from: 0.0, through: 26 * 60, by: 20).map { $0 }
  let losses = minutes.map { 0.2 + 2 / (1 + $0 / 90) + 0.03 * ($0 / 20).truncatingRemainder(dividingBy: 5) }
  return Figure(
    size: Size(width: 6.4, height: 3.4),
    panels: [
      Axes(
        title: "A training over night", x: Axis(label: "Time (UTC+1)", scale: .date(hoursFromUTC: 1)),
        y: Axis(label: "Loss", from: 0, to: nil), grid: Grid(opacity: 0.4)
      ) {
        Line(x: minutes.map { start + 60 * $0 }, y: losses, width: 2)
      }
    ])
}
