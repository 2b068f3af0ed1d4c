import Foundation
import Plotting

/// Draws one of the benchmark's cases: `plotting-cases CASE FILE`. The same cases are in `draw_matplotlib.py`.
@main struct PlottingCases {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let figures = cases[arguments[1]] else {
      FileHandle.standardError.write(
        Data("usage: plotting-cases \(cases.keys.sorted().joined(separator: "|")) FILE\n".utf8))
      exit(64)
    }
    for figure in figures() { try Data(figure.png(dpi: 150)).write(to: URL(filePath: arguments[2])) }
  }

  static var cases: [String: () -> [Figure]] {
    [
      "gallery": gallery, "line": { [line(1_000_000)] }, "line10": { [line(100_000)] }, "heatmap": heatmap,
      "history": history, "subplots": subplots,
    ].merging(LargeData.cases) { $1 }
  }

  /// A noisy wave of many points.
  static func line(_ count: Int) -> Figure {
    let y = (0..<count).map { sin(Double($0) * 20 / Double(count)) + 0.3 * sin(Double($0 * $0 % 977)) }
    return Figure(
      size: Size(width: 10, height: 6),
      panels: [Axes(title: "Line", x: Axis(label: "Sample"), y: Axis(label: "Value")) { Line(y: y, width: 1) }])
  }

  /// Two panels of four lines of a million values each: solid and dashed, noisy and smooth, with gaps.
  static func history() -> [Figure] {
    func line(_ number: Int) -> Line {
      let isValidation = !number.isMultiple(of: 2)
      let y = (0..<1_000_000).map { step in
        let noise = isValidation ? 0 : 0.1 * sin(Double(step * step % 977))
        return step % 10_007 == 0 ? .nan : Double(number + 1) / (1 + Double(step) / 1e5) + noise
      }
      return Line(y: y, width: 2, dash: isValidation ? .dashed : .solid, label: "\(number)")
    }
    return [
      Figure(
        size: Size(width: 14, height: 5), columns: 2,
        panels: (0..<2).map { panel in
          Axes(title: "\(panel)", grid: Grid(opacity: 0.3), legend: Legend()) { for number in 0..<4 { line(number) } }
        })
    ]
  }

  /// A thousand rows of a thousand cells.
  static func heatmap() -> [Figure] {
    let values = (0..<1_000_000).map { sin(Double($0 / 1000) / 90) * cos(Double($0 % 1000) / 70) }
    return [
      Figure(
        size: Size(width: 10, height: 8),
        panels: [
          Axes(title: "Heatmap", colorBar: ColorBar()) {
            Heatmap(rows: 1000, columns: 1000, values: values, colorMap: .viridis)
          }
        ])
    ]
  }

  /// Ten rows of ten panels.
  static func subplots() -> [Figure] {
    let x = (0..<100).map { Double($0) / 10 }
    return [
      Figure(
        size: Size(width: 20, height: 20), columns: 10,
        panels: (0..<100).map { panel in
          Axes(title: "\(panel)") { Line(x: x, y: x.map { sin($0 * Double(panel + 1) / 10) }) }
        })
    ]
  }

  /// One figure for each of the common marks.
  static func gallery() -> [Figure] {
    let x = (0..<50).map(Double.init)
    let names = ["a", "b", "c", "d"]
    let panels = [
      Axes(title: "Line and band", x: Axis(label: "x"), y: Axis(label: "y"), grid: Grid(), legend: Legend()) {
        Band(x: x, lower: x.map { sqrt($0) - 1 }, upper: x.map { sqrt($0) + 1 }, label: "range")
        Line(x: x, y: x.map { sqrt($0) }, label: "mean")
      },
      Axes(title: "Dots", legend: Legend()) { Dots(x: x, y: x.map { sin($0) }, label: "sine") },
      Axes(title: "Bars", legend: Legend()) {
        Bars(names, series: [Bars.Series([1, 3, 2, 4], label: "one"), Bars.Series([2, 2, 3, 3], label: "two")])
      },
      Axes(title: "Heatmap", colorBar: ColorBar()) {
        Heatmap(rows: 20, columns: 20, values: (0..<400).map { sin(Double($0) / 30) }, colorMap: .viridis)
      },
      Axes(title: "Logarithmic", x: Axis(scale: .log()), y: Axis(scale: .log()), grid: Grid(), legend: Legend()) {
        Line(x: x, y: x.map { $0 * $0 }, label: "square")
      },
    ]
    return panels.map { Figure(panels: [$0]) }
  }
}
