import RunRecords
import Testing

@testable import Figures
@testable import Plotting

@Suite struct PerClassFigureTests {
  private func lines(_ panel: Axes) -> [Line] {
    panel.marks.compactMap { $0.drawable as? Line }
  }

  private func dots(_ panel: Axes) -> [Double] {
    panel.marks.compactMap { ($0.drawable as? Dots)?.x }.reduce([], +)
  }

  /// Labels 0 1 2 3 0 1, answers 0 1 3 3 1 1: F1 is 2/3, 4/5, 0 and 2/3.
  @Test func theLowestF1IsOnTop() throws {
    let figure = try FigureData(PerClassFigure.self, of: exampleRun()).drawing()
    #expect(figure.panels.map(\.title?.text) == ["Precision", "Recall", "F1"])
    // The first band is the lowest.
    #expect(figure.panels.map(\.y.scale) == Array(repeating: .band(["one", "three", "zero", "two"]), count: 3))
    let (precision, recall, f1) = (dots(figure.panels[0]), dots(figure.panels[1]), dots(figure.panels[2]))
    let twoThirds = 100 * (2.0 / 3)
    #expect(precision.prefix(3) == [twoThirds, 50, 100])
    // Nothing was taken for class two.
    #expect(precision.count == 4 && precision[3].isNaN)
    #expect(recall == [100, 100, 50, 0])
    #expect(f1 == [80, twoThirds, twoThirds, 0])
  }

  /// 2 of 3, 1 of 2 and 1 of 1; 2 of 2, 1 of 1, 1 of 2 and 0 of 1, as Tests/MetricsTests/Fixtures/make_intervals.py has them
  /// from statsmodels.
  @Test func precisionAndRecallHaveIntervals() throws {
    let figure = try FigureData(PerClassFigure.self, of: exampleRun()).drawing()
    let expected: [[(Double, Double)]] = [
      [(20.76596008020477, 93.85080552796038), (9.453120573423067, 90.54687942657694), (20.65493143772374, 100)],
      [
        (34.238022750665294, 100), (20.65493143772374, 100), (9.453120573423067, 90.54687942657694),
        (0, 79.34506856227627),
      ],
    ]
    for (panel, expected) in zip(figure.panels, expected) {
      let lines = lines(panel)
      try #require(lines.count == expected.count)
      for (line, (lower, upper)) in zip(lines, expected) {
        try #require(line.x.count == 2)
        #expect(abs(line.x[0] - lower) < 1e-9 && abs(line.x[1] - upper) < 1e-9, "\(line.x)")
      }
    }
    #expect(lines(figure.panels[2]).isEmpty)
  }

  @Test func wordsTellTheLowestAndTheHighest() throws {
    let words = try FigureData(PerClassFigure.self, of: exampleRun()).drawing().altText
    #expect(
      words == """
        Precision, recall and F1 of CNN for each of 4 classes. Lowest F1: two (precision undefined, recall 0.0%, F1 0.0%), \
        zero (precision 100.0%, recall 50.0%, F1 66.7%), three (precision 50.0%, recall 100.0%, F1 66.7%); \
        highest: one (F1 80.0%).
        """)
  }

  @Test func classesWithoutSamplesAndPredictionsAreLeftOut() throws {
    var run = exampleRun()
    run.record.dataset.classNames += ["four", "five"]
    let content = try PerClassFigure(of: run)
    #expect(content.classes.map(\.name) == ["zero", "one", "two", "three"])
  }

  /// Of 47 classes all are drawn and named; of 120 the 50 with the lowest F1, which the subtitle says.
  @Test(arguments: looks, [1, 2, 47, 120]) func classesHaveRoom(look: FigureLook, count: Int) throws {
    var content = try PerClassFigure(of: exampleRun())
    content.classes = (0..<count).map {
      PerClassFigure.Class(name: "Class \($0)", samples: 200, predicted: 200, correct: 80 + $0)
    }
    try content.check()
    let figure = content.drawing(look)
    let layout = try FigureLayout(figure, dpi: 100, text: TextEngine())
    let names = try #require(layout.panels.first).axisLayouts[1].ticks.compactMap { $0.label.lines.first?.text }
    #expect(names == (0..<min(count, 50)).reversed().map { "Class \($0)" })
    for panel in layout.panels {
      let labels = panel.axisLayouts[0].ticks.map(\.label.bounds)
      #expect(labels.count > 1)
      for (label, next) in zip(labels, labels.dropFirst()) { #expect(label.maxX + 4 < next.minX) }
    }
    let title = try #require(figure.title)
    let words = title.label.text + (title.subtitle?.text ?? "")
    #expect(words.contains("50 of 120") == (count == 120))
  }

  @Test(arguments: [
    ("[]", "0 classes"),
    (#"[{"name":"a","samples":0,"predicted":0,"correct":0}]"#, "of class 0 do not agree"),
    (#"[{"name":"a","samples":1,"predicted":2,"correct":2}]"#, "1 samples, 2 predicted and 2 correct ones"),
    (#"[{"name":"a","samples":1,"predicted":2,"correct":-1}]"#, "of class 0 do not agree"),
    (
      #"[{"name":"a","samples":9223372036854775807,"predicted":9223372036854775807,"correct":1}]"#,
      "of class 0 do not agree"
    ),
  ]) func countsThatCannotBeAreRefused(classes: String, message: String) throws {
    let json = #"{"schema_version":1,"figure":"06_per_class","model":"CNN","classes":\#(classes)}"#
    let error = try #require(throws: (any Error).self) { try FigureData(json: Array(json.utf8), file: "figure.png") }
    #expect("\(error)".contains(message), "\(error)")
  }
}
