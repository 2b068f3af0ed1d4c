import Glibc
import Plotting

func contourLabels() -> Figure {
  let (x, y) = ((0...60).map { -3 + Double($0) / 10 }, (0...40).map { -2 + Double($0) / 10 })
  func height(_ x: Double, _ y: Double) -> Double { 10 * (x * x + y) * exp(-(x * x + y * y) / 2) }
  let heights = y.flatMap { y in x.map { x in height(x, y) } }
  let minutes = (0..<25).map { Double($0) }
  let way = minutes.map { 2.8 * cos($0 / 8) }
  return Figure(size: Size(width: 7, height: 4.4)) {
    Axes(title: "A field, and a way through it", x: "East (km)", y: "North (km)", colorBar: ColorBar()) {
      Heatmap(
        rows: 41, columns: 61, values: heights, x: .range(-3.05...3.05), y: .range(-2.05...2.05), colorMap: .blues,
        limits: -6...14,
        label: "Height (m)")
      Contour(x: x, y: y, z: heights, color: .black, width: 0.8, showsLabels: true)
      Dots(
        x: way, y: way.map { 0.6 * sin(2 * $0) }, size: 7, colorBy: minutes,
        colors: ColorScale(.oranges, label: "Minute"))
    }
  }
}
