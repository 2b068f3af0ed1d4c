import Plotting

func panelSpans() -> Figure {
  let epochs = (1...30).map(Double.init)
  return Figure(
    size: Size(width: 7, height: 4.4), columns: 2, columnWidths: [2, 1],
    panels: [
      Axes(
        title: "Loss", x: Axis(label: "Epoch"), legend: Legend(placement: .inside(.topRight), columns: 2), rowSpan: 2
      ) {
        Line(x: epochs, y: epochs.map { 0.1 + 0.9 / $0 }, label: "Training")
        Line(x: epochs, y: epochs.map { 0.2 + 0.8 / $0 }, dash: .dashed, label: "Validation")
      },
      Axes(title: "Accuracy", y: Axis(format: .percent())) { Line(x: epochs, y: epochs.map { 1 - 0.5 / $0 }) },
      Axes(title: "Learning rate", x: Axis(label: "Epoch"), y: Axis(scale: .log())) {
        Line(x: epochs, y: epochs.map { 0.1 / ($0 * $0) })
      },
    ])
}
