import Foundation
import Plotting

func violins() -> Figure {
  // Numbers around two peaks that part.
  let groups = (0..<4).map { group in
    (0..<120).map { index -> Double in
      let angle = Double(index) * 2.399963
      let spread = sqrt(-2 * log((Double(index) + 0.5) / 120)) * cos(angle)
      return (index.isMultiple(of: 2) ? 1 : -1) * Double(group) * 0.9 + 0.8 * spread
    }
  }
  return Figure(
    panels: [
      Axes(title: "Two peaks that part", y: Axis(label: "Offset (mm)")) {
        Violin(["0 s", "1 s", "2 s", "3 s"], groups, width: 0.8)
      }
    ], theme: .clean)
}
