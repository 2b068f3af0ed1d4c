import Plotting

func legendOutside() -> Figure {
  Figure(
    size: Size(width: 5.6, height: 4),
    panels: [
      Axes(
        title: "Embeddings of ten digits", x: Axis(ticks: .none), y: Axis(ticks: .none),
        legend: Legend(placement: .outside(.right)), aspect: .equal
      ) {
        for digit in 0..<10 {
          // A spiral for each class, in place of a projection.
          let turns = (0..<60).map { Double($0) / 60 }
          let angles = turns.map { 0.63 * Double(digit) + 1.1 * $0 }
          Dots(
            x: zip(turns, angles).map { $0 * cosine($1) }, y: zip(turns, angles).map { $0 * cosine($1 - 1.5708) },
            size: 3, label: "digit \(digit)")
        }
      }
    ])
}

private func cosine(_ angle: Double) -> Double {
  let x = (angle + 3.14159).truncatingRemainder(dividingBy: 6.28319) - 3.14159
  let square = x * x
  return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90))))
}
