import Glibc
import Plotting

func legendOutside() -> Figure {
  Figure(
    size: Size(width: 5, height: 5),
    panels: [
      Axes(
        title: "Embeddings of ten digits", x: Axis(ticks: .none), y: Axis(ticks: .none),
        legend: Legend(placement: .outside(.below), columns: 5), aspect: .equal
      ) {
        for digit in 0..<10 {
          // A spiral for each class, in place of a projection.
          let turns = (0..<60).map { Double($0) / 60 }
          let angles = turns.map { 0.63 * Double(digit) + 1.1 * $0 }
          Dots(
            x: zip(turns, angles).map { $0 * cos($1) }, y: zip(turns, angles).map { $0 * sin($1) }, size: 3,
            label: "digit \(digit)")
        }
      }
    ])
}
