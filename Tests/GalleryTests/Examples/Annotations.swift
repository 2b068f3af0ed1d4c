import Foundation
import Plotting

func annotations() -> Figure {
  let x = (0...200).map { Double($0) / 20 }
  let y = x.map { exp(-$0 / 4) * sin(2 * $0) }
  return Figure(
    panels: [
      Axes(title: "Rules and text", x: Axis(label: "Time (s)"), y: Axis(label: "Amplitude"), legend: Legend()) {
        Rule(y: 0)
        Rule(y: 0.25, dash: .dashed, label: "Threshold")
        Line(x: x, y: y, label: "Signal")
        Text("second peak", x: 3.87, y: 0.377, offset: Size(width: 40, height: 30), anchor: .start, hasArrow: true)
      }
    ])
}
