import Foundation
import Plotting

func stems() -> Figure {
  let lags = (0...20).map(Double.init)
  return Figure(
    size: Size(width: 6.4, height: 3.6),
    panels: [
      Axes(title: "Autocorrelation", x: Axis(label: "Lag"), y: Axis(label: "Correlation")) {
        Band(x: [0, 20], lower: [-0.18, -0.18], upper: [0.18, 0.18], color: .black, opacity: 0.12)
        Stem(x: lags, y: lags.map { exp(-$0 / 7) * cos($0 * 0.8) })
      }
    ])
}
