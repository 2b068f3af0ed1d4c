import Foundation
import Plotting

func darkTheme() -> Figure {
  let x = (0...570).map { Double($0) / 300 }
  let envelope = x.map { abs(cos(2 * .pi * $0)) }
  return Figure(
    panels: [
      Axes(
        title: "Beats of two tones", x: Axis(label: "Time (s)"), y: Axis(label: "Pressure", limits: -1.5...1.5),
        grid: Grid(opacity: 0.3), legend: Legend()
      ) {
        Band(x: x, lower: envelope.map { -$0 }, upper: envelope, label: "Envelope")
        Line(x: x, y: x.map { cos(2 * .pi * $0) * sin(2 * .pi * 12 * $0) }, label: "Sound")
      }
    ], theme: .dark)
}
