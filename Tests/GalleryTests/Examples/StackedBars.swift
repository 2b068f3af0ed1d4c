import Plotting

func stackedBars() -> Figure {
  Figure(
    panels: [
      Axes(title: "Time of a training step", x: Axis(label: "Milliseconds"), legend: Legend()) {
        Bars(
          ["Convolution 1", "Convolution 2", "Dense"],
          series: [
            Bars.Series([1.2, 3.1, 0.3], label: "Forward"), Bars.Series([2.0, 6.4, 0.5], label: "Backward"),
            Bars.Series([0.2, 0.4, 0.6], label: "Update"),
          ], arrangement: .stacked, direction: .horizontal)
      }
    ])
}
