import Glibc
import Plotting

func sharedLegend() -> Figure {
  let epochs = 1...15
  let speeds = [("MLP", 0.2), ("CNN", 0.35), ("ResNet", 0.5)]
  return Figure(size: Size(width: 7, height: 3.6), columns: 2, legend: Legend(placement: .outside(.below))) {
    Axes(title: "Loss", x: Axis(label: "Epoch", ticks: .multiples(of: 5))) {
      for (model, speed) in speeds {
        Line(x: epochs, y: epochs.map { 0.1 + 2 * exp(-speed * Double($0)) }, label: model)
      }
    }
    Axes(title: "Accuracy", x: Axis(label: "Epoch", ticks: .multiples(of: 5)), y: Axis(format: .percent())) {
      for (model, speed) in speeds {
        Line(x: epochs, y: epochs.map { 0.98 - 0.6 * exp(-speed * Double($0)) }, label: model)
      }
    }
  }
}
