import Glibc
import Plotting

func thresholdCurves() -> Figure {
  // 300 scores, of which every third is a positive's, from the highest down.
  func noise(_ x: Double) -> Double { sin(1.7 * x) + sin(2.9 * x) + sin(4.3 * x) }
  let scores = (0..<300).map { noise(Double($0)) + ($0 % 3 == 0 ? 1.8 : 0) }
  let ranked = scores.indices.sorted { scores[$0] > scores[$1] }.map { $0 % 3 == 0 }
  let hits = ranked.indices.map { Double(ranked[...$0].count { $0 }) }
  let recall: [Double] = [0] + hits.map { $0 / 100 }
  let fallout: [Double] = [0] + hits.indices.map { (Double($0 + 1) - hits[$0]) / 200 }
  let precision: [Double] = [1] + hits.indices.map { hits[$0] / Double($0 + 1) }
  let area = ranked.indices.filter { !ranked[$0] }.map { hits[$0] / 20_000 }.reduce(0, +)
  return Figure(size: Size(width: 8, height: 4), columns: 2) {
    Axes(title: "ROC", x: "False positive rate", y: "True positive rate", aspect: .equal) {
      Line(x: [0, 1], y: [0, 1], color: Color(grey: 0.5), width: 1, dash: .dashed, label: "Chance")
      Line(x: fallout, y: recall, step: .post, label: "CNN, AUC \(NumberFormat.fixed(3).text(area))")
    }
    Axes(title: "Precision and recall", x: "Recall", y: Axis(label: "Precision", limits: 0...1.05), aspect: .box(1)) {
      Line(x: recall, y: precision, step: .pre, label: "CNN")
    }
  }
}
