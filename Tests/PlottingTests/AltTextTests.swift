import Testing

@testable import Plotting

@Suite struct AltTextTests {
  private let figure = Figure(
    title: FigureTitle("Two panels"),
    panels: [
      Axes(title: "Loss\nby epoch", x: Axis(label: "Epoch"), y: Axis(label: "Loss")) {
        Line(y: [0.5, .nan, 0.125], label: "Train")
        Rule(y: 0.1)
      },
      Axes(marks: [
        .bars(Bars(["a", "b"], series: [Bars.Series([1, 2], label: "one"), Bars.Series([3, 4], label: "two")])),
        .heatmap(Heatmap(rows: 1, columns: 2, values: [1, 2.5], label: "Count")),
      ]),
    ])

  @Test func isMadeFromLabelsAndData() {
    #expect(
      figure.altText
        == "Two panels. Loss by epoch. Loss on the vertical axis, Epoch on the horizontal axis. "
        + "Line “Train”: 2 points from 0.5 to 0.125, between 0.125 and 0.5. Rule: at y = 0.1. "
        + "Bars: one: a 1, b 2; two: a 3, b 4. Heatmap of Count: 1 x 2 cells between 1 and 2.5.")
  }

  @Test func isTheGivenOneWhereThereIsOne() {
    var own = figure
    own.altText = "Words of my own."
    #expect(own.altText == "Words of my own." && own != figure)
  }
}
