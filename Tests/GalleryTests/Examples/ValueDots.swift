import Foundation
import Plotting

func valueDots() -> Figure {
  let turns: [Double] = (0..<90).map { Double($0) * 2.399963 }
  let radius: [Double] = (0..<90).map { sqrt(Double($0)) }
  return Figure(
    panels: [
      Axes(
        title: "Colour and size by value", x: Axis(label: "East (km)"), y: Axis(label: "North (km)", from: nil, to: 16),
        legend: Legend(),
        colorBar: ColorBar()
      ) {
        Dots(
          x: zip(turns, radius).map { $1 * cos($0) }, y: zip(turns, radius).map { $1 * sin($0) },
          color: .black.opacity(0.85), colorBy: radius.map { 14 + 10 * cos($0 / 2) },
          colors: ColorScale(.viridis, label: "Temperature (°C)"), sizeBy: radius.map { 5 + 10 * $0 },
          sizes: SizeScale(3...14, label: "Stations:"))
      }
    ])
}
