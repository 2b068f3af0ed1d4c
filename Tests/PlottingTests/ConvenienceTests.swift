// As another package sees it.
import Plotting
import Testing

/// What makes the code of a figure short.
@Suite struct ConvenienceTests {
  @Test func marksTakeAnyNumbers() {
    let floats: [Float] = [1, 2.5, 4]
    let integers = [1, 2, 4]
    let bytes: [UInt8] = [1, 2, 4]
    #expect(Line(x: 0..<3, y: floats) == Line(x: [0, 1, 2], y: [1, 2.5, 4]))
    #expect(Line(x: [0.5, 1, 2], y: integers) == Line(x: [0.5, 1, 2], y: [1, 2, 4]))
    #expect(Line(y: integers, width: 2) == Line(y: [1, 2, 4], width: 2))
    #expect(Line(y: stride(from: 0, to: 1, by: 0.5)) == Line(y: [0, 0.5]))
    #expect(Dots(x: bytes, y: floats[1...] + [8]) == Dots(x: [1, 2, 4], y: [2.5, 4, 8]))
    #expect(
      Band(x: 1...2, lower: [0, 1] as [Float], upper: [2, 3]) == Band(x: [1, 2], lower: [0, 1], upper: [2, 3]))
    #expect(Area(x: 1...2, y: integers.prefix(2)) == Area(x: [1, 2], y: [1, 2]))
    #expect(Bars(["a", "b", "c"], integers) == Bars(["a", "b", "c"], [1, 2, 4]))
    #expect(Bars(positions: 0..<3, bytes) == Bars(positions: [0, 1, 2], [1, 2, 4]))
    #expect(Bars.Series(bytes) == Bars.Series([1, 2, 4]))
    #expect(Histogram(bytes) == Histogram([1, 2, 4]))
    #expect(Heatmap(rows: 1, columns: 3, values: bytes) == Heatmap(rows: 1, columns: 3, values: [1, 2, 4]))
    #expect(Rule(x: integers[1]) == Rule(x: 2) && Rule(y: floats[1]) == Rule(y: 2.5))
    let words = "peak of \(3)"
    #expect(Text(words, x: integers[0], y: floats[1]) == Text("peak of 3", x: 1, y: 2.5))
  }

  @Test func literalsStayDoubles() {
    #expect(Line(y: [0, .nan, 1]).y.count == 3 && Line(y: []).y.isEmpty && Rule(y: 0).value == 0)
    #expect(Line(x: [0, 1], y: [1, .infinity]).y[1] == .infinity)
  }

  @Test func aFigureHasPanelsOrMarksInBraces() {
    let line = Line(y: [1, 2])
    #expect(Figure { line } == Figure(panels: [Axes { line }]))
    let isShown = true
    let marks = Figure(name: "a", columns: 2) {
      if isShown { line }
      for level in 0..<2 { Rule(y: level) }
    }
    #expect(
      marks
        == Figure(
          name: "a", columns: 2,
          panels: [
            Axes {
              line; Rule(y: 0); Rule(y: 1)
            }
          ]))
    let panels = Figure(title: "Both", columns: 2) {
      Axes(title: "One", x: "Epoch") { line }
      if !isShown { Axes {} }
      for name in ["b", "c"] { Axes(y: "Loss of \(name)") { line } }
    }
    #expect(panels.panels.map { $0.x.label?.text } == ["Epoch", nil, nil])
    #expect(panels.panels.map { $0.y.label?.text } == [nil, "Loss of b", "Loss of c"])
    #expect(panels.title == FigureTitle("Both"))
  }

  @Test func titlesAndLabelsAreStrings() {
    let (name, missing): (String, String?) = ("cat", nil)
    let line = Line(y: [1, 2])
    let panel = Axes(
      title: name, x: Axis(label: name.dropFirst()), y: Axis(label: missing, from: 0, to: nil),
      colorBar: ColorBar(label: name)
    ) { line }
    let expected = Axes(
      title: "cat", x: "at", y: Axis(from: 0, to: nil), colorBar: ColorBar(label: Label("cat"))
    ) { line }
    #expect(panel == expected && Axes(title: missing) { line } == Axes { line })
    #expect(FigureTitle(name) == "cat" && Axes(title: "a \(name)") { line }.title?.text == "a cat")
  }
}
