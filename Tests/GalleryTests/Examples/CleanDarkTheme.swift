import Plotting

func cleanDarkTheme() -> Figure {
  let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
  return Figure(
    size: Size(width: 6.4, height: 3.6),
    title: FigureTitle("Loans of a library", subtitle: "Thousands a month", top: 1),
    panels: [
      Axes(y: Axis(limits: 0...40, ticks: .values([0, 10, 20, 30, 40])), grid: Grid(), legend: Legend()) {
        Bars(
          months,
          series: [
            Bars.Series([21, 19, 24, 26, 28, 31], label: "Books"),
            Bars.Series([12, 14, 15, 17, 18, 22], label: "Films"),
          ], width: 0.7)
      }
    ], theme: .cleanDark)
}
