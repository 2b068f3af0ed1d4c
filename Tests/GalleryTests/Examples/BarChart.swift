import Plotting

func barChart() -> Figure {
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
  let rain = [62.0, 48, 51, 39, 57, 74]
  return Figure(
    panels: [
      Axes(title: "Rain", y: Axis(label: "Millimetres", limits: 0...85), grid: Grid(opacity: 0.4)) {
        Bars(months, rain, width: 0.7)
        for (index, value) in rain.enumerated() {
          Text(Label("\(Int(value))"), x: Double(index), y: value, offset: Size(width: 0, height: 8))
        }
      }
    ])
}
