import Glibc
import Plotting

func lossLandscape() -> Figure {
  let places = (0..<81).map { -1 + Double($0) / 40 }
  func loss(_ a: Double, _ b: Double) -> Double {
    0.02 + 2 * a * a + b * b + 0.6 * sin(6 * a) * sin(5 * b) * (a * a + b * b)
  }
  let losses = places.flatMap { b in places.map { a in loss(a, b) } }
  let steps = (0..<12).map { Double($0) }
  return Figure {
    Axes(title: "Loss around the minimum", x: "Direction 1", y: "Direction 2", colorBar: ColorBar(), aspect: .equal) {
      Heatmap(
        rows: 81, columns: 81, values: losses, x: .range(-1...1), y: .range(-1...1), colorMap: .viridis,
        colorScale: .log(), label: "Loss")
      Contour(x: places, y: places, z: losses, levels: .at([0.1, 0.3, 1, 2]), color: .white, width: 0.8)
      Line(
        x: steps.map { 0.9 * exp(-0.3 * $0) }, y: steps.map { -0.8 * exp(-0.15 * $0) }, color: [Color].okabeIto[1],
        marker: .circle, label: "SGD")
    }
  }
}
