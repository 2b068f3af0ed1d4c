import Glibc
import Plotting

func reliability() -> Figure {
  // Confidences towards 1, and whether each answer was right: a little less often than it was confident.
  let confidences = (0..<2000).map { 1 - 0.95 * pow(Double($0 % 199) / 199, 2.2) }
  let isRight = confidences.enumerated().map { Double($0 * 37 % 101) / 101 < $1 - 0.35 * $1 * (1 - $1) }
  let edges = (0...10).map { Double($0) / 10 }
  // The mean confidence and the accuracy of each bin.
  let bins = edges.dropLast().map { edge -> (confidence: Double, accuracy: Double) in
    let members = confidences.indices.filter { confidences[$0] > edge && confidences[$0] <= edge + 0.1 }
    let count = Double(members.count)
    return (members.map { confidences[$0] }.reduce(0, +) / count, Double(members.count { isRight[$0] }) / count)
  }
  return Figure(size: Size(width: 4.5, height: 5), rowHeights: [3, 1], sharesX: .all) {
    Axes(
      title: "Reliability", x: Axis(limits: 0...1), y: Axis(label: "Accuracy", limits: 0...1), grid: Grid(opacity: 0.4)
    ) {
      Line(x: [0, 1], y: [0, 1], color: Color(grey: 0.5), width: 1, dash: .dashed, label: "Ideal")
      Line(x: bins.map(\.confidence), y: bins.map(\.accuracy), marker: .circle, label: "CNN")
    }
    Axes(x: "Confidence", y: "Samples") { Histogram(confidences, bins: .edges(edges)) }
  }
}
