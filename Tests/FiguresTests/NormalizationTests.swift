import RunRecords
import Testing

@testable import Figures
@testable import Plotting

@Suite struct NormalizationTests {
  private static let counts = [[6, 2, 0], [1, 3, 0], [0, 0, 0]]

  /// As scikit-learn's `confusion_matrix(…, normalize=…)`, but for classes without samples: it has 0 for their shares.
  @Test func sharesAreOfRowsColumnsOrAll() throws {
    #expect(Normalization.none.shares(of: Self.counts) == nil)
    let ofTrue = try #require(Normalization.trueClass.shares(of: Self.counts))
    #expect(Array(ofTrue.prefix(6)) == [0.75, 0.25, 0, 0.25, 0.75, 0] && ofTrue.suffix(3).allSatisfy(\.isNaN))
    let ofPredicted = try #require(Normalization.predictedClass.shares(of: Self.counts))
    #expect(ofPredicted[0] == 6.0 / 7 && ofPredicted[1] == 0.4 && ofPredicted[2].isNaN && ofPredicted[4] == 0.6)
    #expect(Normalization.all.shares(of: Self.counts) == [0.5, 2.0 / 12, 0, 1.0 / 12, 0.25, 0, 0, 0, 0])
  }

  private func heatmap(_ counts: [[Int]], _ look: FigureLook) throws -> Heatmap {
    var content = try ConfusionMatrixFigure(of: exampleRun())
    (content.counts, content.classNames) = (counts, counts.indices.map(String.init))
    return try #require(content.drawing(look).panels.first?.heatmap)
  }

  private func look(_ style: FigureStyle, _ normalization: Normalization) -> FigureLook {
    var look = FigureLook(style: style)
    look.options.normalization = normalization
    return look
  }

  @Test func cellsHaveCountsAndPercentages() throws {
    let original = try heatmap(Self.counts, look(.original, .trueClass))
    #expect(original.annotations == ["6\n75.0%", "2\n25.0%", "0", "1\n25.0%", "3\n75.0%", "0", "0", "0", "0"])
    #expect(Array(original.values.prefix(6)) == [75, 25, 0, 25, 75, 0])
    #expect(original.label == "Percent of True Class")
    // Errors alone have a colour.
    let clean = try heatmap(Self.counts, look(.clean, .trueClass))
    #expect(clean.annotations == ["6\n75.0%", "2\n25.0%", "", "1\n25.0%", "3\n75.0%", "", "", "", "0"])
    #expect(Array(clean.values.prefix(6)) == [0, 5, 0, 5, 0, 0])
  }

  @Test(arguments: [FigureStyle.original, .clean]) func smallCellsHavePercentagesAlone(style: FigureStyle) throws {
    let counts = (0..<22).map { row in (0..<22).map { $0 == row ? 1000 : 10 } }
    // A row has 1,210 samples.
    #expect(try heatmap(counts, look(style, .trueClass)).annotations.prefix(2) == ["82.6%", "0.8%"])
  }

  @Test(arguments: FigureStyle.all, [Normalization.trueClass, .predictedClass, .all])
  func twoLinesKeepWithinTheirCells(style: FigureStyle, normalization: Normalization) throws {
    for classes in [2, 5, 10, 12] {
      let counts = (0..<classes).map { row in (0..<classes).map { $0 == row ? 12_345 : 100 } }
      var content = try ConfusionMatrixFigure(of: exampleRun())
      (content.counts, content.classNames) = (counts, counts.indices.map { "a long name of a class \($0)" })
      let layout = try FigureLayout(content.drawing(look(style, normalization)), dpi: 100, text: TextEngine())
      let panel = try #require(layout.panels.first)
      let cell = Size(
        width: panel.frame.width / Double(classes), height: panel.frame.height / Double(classes))
      #expect(panel.annotations.count == classes * classes)
      for text in panel.annotations {
        #expect(text.bounds.width <= cell.width && text.bounds.height <= cell.height, "\(classes): \(text.bounds)")
      }
    }
  }
}
