import Foundation
import Plotting

func picture() -> Figure {
  // Rings whose distance shrinks outwards.
  let pixels = (0..<96 * 96).map { index -> UInt8 in
    let (x, y) = (Double(index % 96) - 47.5, Double(index / 96) - 47.5)
    return UInt8(127.5 + 127.5 * cos((x * x + y * y) / 90))
  }
  return Figure(
    size: Size(width: 4, height: 4),
    panels: [
      Axes(title: "Image", x: Axis(label: "Column"), y: Axis(label: "Row")) {
        Image(width: 96, height: 96, pixels: pixels)
      }
    ])
}
