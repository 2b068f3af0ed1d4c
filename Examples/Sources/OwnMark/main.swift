import Plotting

let loss = [2.3, 1.9, 1.2, 0.8, 0.55, 0.42, 0.35, 0.31, 0.29, 0.28]
let figure = Figure {
  Axes(title: "A mark of one's own", x: "Epoch", y: "Loss", legend: Legend()) {
    Span(from: 0, to: 2, label: "Warm-up")
    Line(y: loss, label: "Training")
  }
}
try figure.write(to: "own-mark.svg")
print("own-mark.svg: \(figure.altText)")
