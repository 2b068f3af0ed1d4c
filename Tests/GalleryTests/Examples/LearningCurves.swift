import Glibc
import Plotting

func learningCurves() -> Figure {
  let epochs = Array(1...20)
  /// The losses of five seeds.
  func runs(from start: Double, to end: Double) -> [[Double]] {
    (0..<5).map { seed in
      epochs.map { end + start * exp(-Double($0) / 5) + 0.06 * sin(Double(7 * seed + 3 * $0)) * exp(-Double($0) / 15) }
    }
  }
  let models = [("MLP", runs(from: 0.9, to: 0.35)), ("CNN", runs(from: 0.8, to: 0.15))]
  return Figure {
    Axes(title: "Five seeds, mean ± sd", x: Axis(label: "Epoch", ticks: .multiples(of: 5)), y: "Validation loss") {
      for ((model, runs), color) in zip(models, [Color].okabeIto) {
        let means = epochs.indices.map { i in runs.map { $0[i] }.reduce(0, +) / 5 }
        let deviations = means.enumerated().map { i, mean in sqrt(runs.map { pow($0[i] - mean, 2) }.reduce(0, +) / 4) }
        Band(x: epochs, lower: zip(means, deviations).map(-), upper: zip(means, deviations).map(+), color: color)
        Line(x: epochs, y: means, color: color, width: 2, label: model)
      }
    }
  }
}
