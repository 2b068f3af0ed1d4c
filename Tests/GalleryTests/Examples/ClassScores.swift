import Plotting

func classScores() -> Figure {
  let scores = [
    ("ship", 0.941), ("truck", 0.934), ("car", 0.958), ("frog", 0.927), ("horse", 0.919), ("plane", 0.902),
    ("deer", 0.871), ("bird", 0.846), ("dog", 0.812), ("cat", 0.768),
  ].sorted { $0.1 > $1.1 }
  return Figure(size: Size(width: 5, height: 4)) {
    Axes(title: "F1 by class", x: Axis(label: "F1", limits: 0...1.1, ticks: .multiples(of: 0.2))) {
      Bars(scores.map(\.0), scores.map(\.1), direction: .horizontal)
      for (row, score) in scores.enumerated() {
        Text(
          Label(NumberFormat.fixed(3).text(score.1)), x: score.1, y: Double(row), offset: Size(width: 4, height: 0),
          anchor: .start)
      }
    }
  }
}
