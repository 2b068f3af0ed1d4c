import Plotting

func dashesAndMarkers() -> Figure {
  let x = [0.0, 1, 2, 3, 4, 5]
  return Figure(
    panels: [
      Axes(title: "Dashes and markers", x: Axis(label: "Week"), y: Axis(label: "Visits"), legend: Legend()) {
        Line(x: x, y: [3, 5, 4, 7, 8, 10], marker: .circle, label: "solid, circle")
        Line(x: x, y: [2, 3, 3, 5, 6, 7], dash: .dashed, marker: .square, label: "dashed, square")
        Line(x: x, y: [1, 2, 2, 3, .nan, 5], dash: .dotted, marker: .diamond, label: "dotted, with a gap")
        Line(x: x, y: [0, 0.5, 1, 1, 2, 2.5], dash: .dashDotted, marker: .triangle, label: "dash-dotted, triangle")
      }
    ])
}
