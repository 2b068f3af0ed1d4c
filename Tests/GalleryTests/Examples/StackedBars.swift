import Plotting

func stackedBars() -> Figure {
  Figure(
    panels: [
      Axes(
        title: "Time of a day", x: Axis(label: "Hours", limits: 0...24, ticks: .values([0, 6, 12, 18, 24])),
        legend: Legend()
      ) {
        Bars(
          ["Weekday", "Saturday", "Sunday"],
          series: [
            Bars.Series([7, 8, 9], label: "Sleep"), Bars.Series([8, 2, 0.5], label: "Work"),
            Bars.Series([3, 6, 7], label: "Leisure"),
          ], arrangement: .stacked, direction: .horizontal)
      }
    ])
}
