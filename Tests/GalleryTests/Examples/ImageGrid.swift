import Foundation
import Plotting

func imageGrid() -> Figure {
  let side = 48
  // A disc of a colour that fades into the page.
  func disc(_ red: Double, _ green: Double, _ blue: Double) -> [UInt8] {
    (0..<side * side).flatMap { index -> [UInt8] in
      let (x, y) = (Double(index % side) / 23.5 - 1, Double(index / side) / 23.5 - 1)
      let radius = sqrt(x * x + y * y)
      let light = max(0, 1 - 0.6 * radius + 0.3 * x)
      return [red, green, blue].map { UInt8(min(255, 255 * $0 * light)) } + [
        UInt8(255 * min(1, max(0, 4 - 4 * radius)))
      ]
    }
  }
  let colors = [(1.0, 0.4, 0.2), (0.3, 0.8, 0.4), (0.3, 0.5, 1.0), (0.9, 0.8, 0.3), (0.8, 0.4, 0.9), (0.4, 0.8, 0.9)]
  return Figure(
    size: Size(width: 6, height: 4.4), title: FigureTitle("RGBA, one unit of both axes across"), columns: 3,
    panels: colors.enumerated().map { index, color in
      Axes(title: Label("Sample \(index + 1)", size: 9), grid: Grid()) {
        Image(
          width: side, height: side, pixels: disc(color.0, color.1, color.2), channels: .rgba, x: -0.5...0.5,
          y: -0.5...0.5)
      }
    })
}
