import Plotting

func groupedBars() -> Figure {
  Figure(
    panels: [
      Axes(title: "Visitors", y: Axis(label: "Thousands"), grid: Grid(opacity: 0.4), legend: Legend()) {
        Bars(
          ["2021", "2022", "2023", "2024"],
          series: [
            Bars.Series([12, 17, 21, 26], label: "Museum"), Bars.Series([9, 14, 23, 31], label: "Garden"),
            Bars.Series([4, 5, 9, 13], label: "Tower"),
          ])
      }
    ])
}
