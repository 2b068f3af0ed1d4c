import Testing

@testable import Plotting

/// Every mark on every scale with data that cannot all be drawn: a figure or an error that names the mark, never a trap.
@Suite struct UnusableDataTests {
  static let numbers: [[Double]] = [
    [], [.nan], [.infinity, -.infinity], [0], [5], [3, 3, 3], [1e-300, 1e-300], [1e300, -1e300], [1e-300, 1, 1e300],
    [-1, 0, 1], [-1, -2], [0, 0, 0], [.nan, 1, .nan, 2, 3, .infinity], [.leastNonzeroMagnitude, 0],
    [.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1], [1, 1 + 1e-15], [1e15, 1e15 + 1],
    [0, .leastNormalMagnitude, 2],
  ]
  static let scales: [Scale] = [
    .linear, .log(), .log(base: 2), .log(base: 1.1), .log(base: 100), .symlog(), .symlog(threshold: 1e-300),
    .symlog(threshold: 1e300), .band(["a", "b"]), .band([]),
  ]

  private func marks(_ values: [Double]) -> [Mark] {
    let x = values.indices.map { Double($0) + 1 }
    let names = values.indices.map { "n\($0)" }
    return [
      .line(Line(x: x, y: values, marker: .diamond, label: "L")), .line(Line(x: values, y: values, dash: .dashed)),
      .band(Band(x: x, lower: values, upper: values.map { $0 * 2 }, label: "B")),
      .dots(Dots(x: values, y: x, label: "D")), .bars(Bars(names, values, label: "b")),
      .bars(
        Bars(names, series: [Bars.Series(values), Bars.Series(values)], arrangement: .stacked, direction: .horizontal)),
      .bars(Bars(positions: values, values)), .heatmap(Heatmap(rows: 1, columns: values.count, values: values)),
      .heatmap(Heatmap(rows: values.count, columns: 1, values: values, center: values.first)),
      .rule(Rule(y: values.first ?? .nan, label: "R")), .rule(Rule(x: values.last ?? .nan, dash: .dotted)),
      .text(Text("T", x: values.first ?? .nan, y: values.last ?? .nan, hasArrow: true)),
    ]
  }

  @Test(arguments: scales)
  func everyMarkOnEveryScale(scale: Scale) throws {
    for values in Self.numbers {
      for mark in marks(values) {
        let panel = Axes(
          marks: [mark], x: Axis(label: "x", scale: scale, minorTicks: true), y: Axis(scale: scale, minorTicks: true),
          grid: Grid(), legend: Legend(), colorBar: ColorBar())
        let figure = Figure(size: Size(width: 2, height: 2), panels: [panel])
        #expect(!figure.altText.isEmpty)
        do throws(PlottingError) {
          let image = try figure.image(dpi: 30)
          #expect(image.width > 20 && image.height > 20)
        } catch {
          #expect(error.operation.contains("mark 1 (\(mark.drawable.kind)") && error.operation.contains("panel 1"))
          // Only tables that are empty or on a logarithmic axis are refused.
          guard mark.drawable is Heatmap else {
            Issue.record("\(mark) on \(scale): \(error)")
            continue
          }
        }
      }
    }
  }

  @Test func mixturesOfMarksAreDrawn() throws {
    var generator = SplitMix(state: 11)
    for _ in 0..<150 {
      let panels = (0..<2).map { _ in
        let all = marks(Self.numbers.randomElement(using: &generator) ?? []).filter { mark in
          if mark.drawable is Heatmap { false } else { true }
        }
        let limits = [nil, -1...1, 0.5...1e6, 1e-300...1e300].randomElement(using: &generator) ?? nil
        return Axes(
          marks: all.shuffled(using: &generator).prefix(4) + [],
          x: Axis(scale: Self.scales.randomElement(using: &generator)), y: Axis(limits: limits), legend: Legend())
      }
      let figure = Figure(size: Size(width: 3, height: 1.5), columns: 2, panels: panels)
      let image = try figure.image(dpi: 30)
      #expect(image.width > 20 && image.height > 20)
    }
  }

  private func problem(_ mark: Mark, x: Axis = Axis(), y: Axis = Axis()) -> String? {
    do throws(PlottingError) {
      _ = try Figure(panels: [Axes(marks: []), Axes(marks: [mark], x: x, y: y)]).image(dpi: 20)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func errorsNameTheMarkAndThePlace() {
    #expect(
      problem(.line(Line(x: [1, 2, 3], y: [1, 2], label: "Loss")))
        == "draw mark 1 (line “Loss”) of panel 2: 3 x but 2 y")
    #expect(
      problem(.band(Band(x: [1], lower: [1], upper: []))) == "draw mark 1 (band) of panel 2: 1 x but 0 upper")
    #expect(
      problem(.bars(Bars(["a", "b"], [1], label: "N")))
        == "draw mark 1 (bars “N”) of panel 2: 2 names but 1 values")
    #expect(
      problem(.heatmap(Heatmap(rows: 2, columns: 2, values: [1])))
        == "draw mark 1 (heatmap) of panel 2: 1 values for 2 x 2 cells")
    #expect(
      problem(.image(Image(width: 0, height: 2, pixels: [])))
        == "draw mark 1 (image) of panel 2: width is 0, not within 1...20000")
    #expect(
      problem(.image(Image(width: 2, height: 1, pixels: [1, 2, 3, 4], channels: .rgb)))
        == "draw mark 1 (image) of panel 2: pixels has 4 bytes, and 2 x 1 rgb pixels take 6")
    #expect(
      problem(.dots(Dots(x: [1], y: [1], size: -3)))
        == "draw mark 1 (dots) of panel 2: size is -3.0, not within 0...1000")
    #expect(
      problem(.line(Line(y: [1])), y: Axis(scale: .log(base: 1)))
        == "lay out the y axis of panel 2: the base of a logarithmic scale is 1.0, not within 1.1...100")
    #expect(
      problem(.line(Line(y: [1])), x: Axis(scale: .log(), limits: 0...1))
        == "lay out the x axis of panel 2: nothing can be shown from 0.0 to 1.0")
    #expect(
      problem(.heatmap(Heatmap(rows: 1, columns: 1, values: [1])), x: Axis(scale: .log()))
        == "draw mark 1 (heatmap) of panel 2: the x axis of a heatmap cannot be logarithmic")
  }

  @Test func pointsFarOutsideOfTheLimitsAreCut() throws {
    // The line leaves the panel by 10^200 of its heights between two points.
    let line = Line(x: [0, 1, 2], y: [0, 1e200, 0], color: .red, width: 2)
    let panel = Axes(marks: [.line(line)], y: Axis(limits: 0...1))
    let image = try Figure(panels: [panel]).image(dpi: 150)
    #expect(image.count(of: 0xFF0000) > 1000)
  }

  @Test func zeroAndBelowAreGapsOnALogarithmicAxis() throws {
    func panel(_ y: [Double]) -> Figure {
      Figure(panels: [Axes(marks: [.line(Line(y: y, color: .red))], y: Axis(scale: .log(), limits: 1...10))])
    }
    let whole = try panel([3, 3, 3, 3, 3]).image(dpi: 50).count(of: 0xFF0000)
    let gap = try panel([3, 3, 0, 3, 3]).image(dpi: 50).count(of: 0xFF0000)
    #expect(gap > 0 && gap < whole * 2 / 3)
  }
}
