import Foundation
import Plotting

func rightToLeft() -> Figure {
  let epochs = (1...20).map(Double.init)
  return Figure(
    panels: [
      Axes(
        title: "دقة التصنيف (MNIST)", x: Axis(label: "الحقبة"), y: Axis(label: "الدقة"), legend: Legend()
      ) {
        Line(x: epochs, y: epochs.map { 0.98 - 0.5 * exp(-$0 / 3) }, label: "تدريب")
        Line(x: epochs, y: epochs.map { 0.94 - 0.48 * exp(-$0 / 3) }, dash: .dashed, label: "تحقق (20%)")
        Line(x: epochs, y: epochs.map { 0.90 - 0.45 * exp(-$0 / 4) }, dash: .dotted, label: "בדיקה: test 2")
      }
    ])
}
