import Plotting

func groupedBars() -> Figure {
  Figure(
    panels: [
      Axes(
        title: "Recall by class", y: Axis(label: "Recall", limits: 0.8...1), grid: Grid(opacity: 0.4), legend: Legend()
      ) {
        Bars(
          ["zero", "one", "two", "three", "four"],
          series: [
            Bars.Series([0.93, 0.95, 0.87, 0.89, 0.91], label: "Dense"),
            Bars.Series([0.97, 0.96, 0.94, 0.92, 0.95], label: "CNN"),
          ])
      }
    ])
}
