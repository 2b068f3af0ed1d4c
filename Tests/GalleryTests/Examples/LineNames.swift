import Foundation
import Plotting

func lineNames() -> Figure {
  let epochs = (1...12).map(Double.init)
  let rates = [("0.001", 0.09), ("0.003", 0.22), ("0.01", 0.5), ("0.03", 0.95)]
  return Figure(
    size: Size(width: 6.4, height: 4),
    title: FigureTitle("Loss by learning rate", subtitle: "Validation loss of the same network, four rates", top: 1),
    panels: [
      Axes(
        x: Axis(label: "Epoch", ticks: .values(epochs)), y: Axis(limits: 0...1), grid: Grid(),
        legend: Legend(placement: .lineEnds)
      ) {
        for (name, speed) in rates {
          Line(x: epochs, y: epochs.map { 0.08 / (1 + speed) + 0.9 * exp(-speed * $0) }, label: name)
        }
      }
    ], theme: .clean)
}
