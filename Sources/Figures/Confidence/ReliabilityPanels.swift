import Metrics
import Plotting

/// Accuracy against confidence in bins, and the number of samples in each below.
struct ReliabilityPanels {
  let bins: [Reliability.Bin]
  let title: String
  let color: Color
  let look: FigureLook
  /// Both axes are one, so that the diagonal is where confidence and accuracy agree.
  private let rates: RateAxis

  /// The accuracy from which errors are told apart by their powers of ten.
  private static let leastLogarithmicAccuracy = 0.9

  init(bins: [Reliability.Bin], title: String, color: Color, look: FigureLook) {
    (self.bins, self.title, self.color, self.look) = (bins, title, color, look)
    let samples = Double(bins.reduce(0) { $0 + $1.samples })
    let correct = Double(bins.reduce(0) { $0 + $1.correct })
    let errors = bins.flatMap { [1 - $0.confidence, 1 - (Proportion($0.correct, of: $0.samples).share ?? 1)] }
    let isLogarithmic = correct >= Self.leastLogarithmicAccuracy * samples && errors.contains { $0 > 0 }
    // Less than a tenth of an error on all samples is none.
    let floor = 0.1 / max(samples, 1)
    let upper = bins.compactMap { $0.accuracy.interval.map { 1 - $0.lowerBound } }
    rates = RateAxis(errors + upper, isError: false, isLogarithmic, floor: floor, fromWorst: true)
  }

  private var places: [Double] { bins.map { rates.place(1 - min(max($0.confidence, 0), 1)) } }

  var upper: Axes {
    let ends: [Double] = if let edge = rates.edge { [rates.worst, edge] } else { [0, 100] }
    let intervals = bins.map { $0.accuracy.interval ?? 0...1 }
    return Axes(
      title: look.title(title), x: rates.axis(look.axisLabel("Mean confidence")),
      y: rates.axis(look.axisLabel("Accuracy")), grid: look.style.grid, legend: nil
    ) {
      Line(x: ends, y: ends, color: look.theme.marks.rule.color, width: 1, dash: .dotted)
      for (place, interval) in zip(places, intervals) {
        Line(
          x: [place, place], y: [interval.lowerBound, interval.upperBound].map { rates.place(1 - $0) }, color: color,
          width: 1.5)
      }
      Dots(x: places, y: bins.map { rates.place(1 - ($0.accuracy.share ?? 0)) }, color: color)
    }
  }

  var lower: Axes {
    Axes(
      x: rates.axis(nil, showsTicks: false),
      y: Axis(label: look.axisLabel("Samples"), from: 0, to: 1.15 * Double(bins.map(\.samples).max() ?? 1)),
      grid: look.style.grid, legend: nil
    ) {
      Stem(x: places, y: bins.map { Double($0.samples) }, marker: nil, color: color, width: 5)
    }
  }
}
