@testable import Plotting

/// Two panels with two lines each, as `lines` of `make_fixtures.py`.
func linesFigure(epochs: Int) -> Figure {
  func curve(_ amplitude: Double, _ delay: Double) -> [Double] {
    (0..<epochs).map { epoch in
      let epoch = Double(epoch)
      return 0.5 + amplitude * epoch / (epoch + delay)
    }
  }
  func panel(_ word: String, _ sign: Double) -> Axes {
    let train = Line(y: curve(sign * 0.4, 1), color: .blue, width: 2, label: "A (Train)")
    let validation = Line(y: curve(sign * 0.3, 2), color: .blue, width: 2, dash: .dashed, label: "A (Val)")
    return Axes(
      marks: [.line(train), .line(validation)], title: Label("Model \(word) Comparison", size: 14, weight: .bold),
      x: Axis(label: Label("Epoch", size: 12)), y: Axis(label: Label(word, size: 12)), grid: Grid(opacity: 0.3),
      legend: Legend())
  }
  return Figure(size: Size(width: 14, height: 5), columns: 2, panels: [panel("Accuracy", 1), panel("Loss", -1)])
}

/// A confusion matrix with its colour bar, as `heatmap` of `make_fixtures.py`.
func heatmapFigure(classes: Int, names: [String]? = nil) -> Figure {
  let counts = (0..<classes * classes).map { index in
    7 * (index / classes) + index % classes + (index / classes == index % classes ? 900 : 0)
  }
  let names = names ?? (0..<classes).map(String.init)
  return Figure(
    size: Size(width: 10, height: 8),
    panels: [
      Axes(
        marks: [
          .heatmap(
            Heatmap(
              rows: classes, columns: classes, values: counts.map(Double.init), annotations: counts.map(String.init)))
        ],
        title: Label("Confusion Matrix\n(Test Set)", size: 14, weight: .bold),
        x: Axis(label: Label("Predicted Label", size: 12), scale: .band(names)),
        y: Axis(label: Label("True Label", size: 12), scale: .band(names)),
        colorBar: ColorBar(label: Label("Count")), decoration: .ticks)
    ])
}

/// A grid of images with captions, as `images` of `make_fixtures.py`.
func imagesFigure(count: Int) -> Figure {
  let image = Image(width: 28, height: 28, pixels: (0..<784).map { UInt8($0 * 255 / 783) })
  return Figure(
    size: Size(width: 16, height: 8), title: FigureTitle(Label("Examples", size: 14, weight: .bold), top: 1.01),
    columns: 5, rows: 4,
    panels: (0..<count).map { cell in
      Axes(
        marks: [.image(image)], title: Label("Digit: \(cell)\nConf: 99.\(cell % 10)%", size: 9), decoration: .none)
    })
}
