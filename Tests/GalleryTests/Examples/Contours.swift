import Foundation
import Plotting

func contours() -> Figure {
  let x: [Double] = (0...60).map { -3 + Double($0) / 10 }
  let y: [Double] = (0...50).map { -2.5 + Double($0) / 10 }
  func height(_ x: Double, _ y: Double) -> Double {
    let slope = 1 - x / 2 + pow(x, 5) + pow(y, 3)
    return slope * exp(-x * x - y * y)
  }
  let z = y.flatMap { y in x.map { height($0, y) } }
  return Figure(
    size: Size(width: 10, height: 4), columns: 2,
    panels: [
      Axes(title: "Lines", x: Axis(label: "x"), y: Axis(label: "y")) {
        Contour(x: x, y: y, z: z, levels: .count(10))
      },
      Axes(title: "Areas", x: Axis(label: "x"), y: Axis(label: "y"), colorBar: ColorBar()) {
        Contour(x: x, y: y, z: z, isFilled: true, colors: ColorScale(.redBlue.reversed, center: 0, label: "Height"))
        Contour(x: x, y: y, z: z, color: .black, width: 0.5)
      },
    ])
}
