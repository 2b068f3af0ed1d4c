import RunRecords
import Testing

@testable import Figures
@testable import Plotting

/// Figure 02 of histories that are not whole: each quantity in a panel, with what explains it.
@Suite struct CurvePanelTests {
  private typealias Series = TrainingHistory.Series

  private static let nan = Double.nan

  private func figure(
    _ histories: [TrainingHistory], sd: TrainingHistory? = nil, _ look: FigureLook = FigureLook(style: .clean)
  ) throws -> Figure {
    let models = histories.enumerated().map { index, history in
      SavedModel(record: ModelRecord(name: "Model \(index)", history: history, historySD: sd))
    }
    let run = SavedRun(
      record: RunRecord(
        generator: "test",
        dataset: RunRecord.Dataset(
          name: "Data", trainingSamples: nil, validationSamples: nil, testSamples: nil, classNames: []),
        featuredModel: "Model 0"), models: models)
    return try FigureData(TrainingComparisonFigure.self, of: run).drawing(look)
  }

  private func look(_ style: FigureStyle = .clean, _ change: (inout FigureOptions) -> Void) -> FigureLook {
    var look = FigureLook(style: style)
    change(&look.options)
    return look
  }

  private func lines(_ panel: Axes) -> [Line] {
    panel.marks.compactMap { $0.drawable as? Line }
  }

  private func bands(_ panel: Axes) -> [Band] {
    panel.marks.compactMap { $0.drawable as? Band }
  }

  private func dots(_ panel: Axes) -> [Dots] {
    panel.marks.compactMap { $0.drawable as? Dots }
  }

  @Test(arguments: FigureStyle.all) func valuesWithoutNeighboursAreSymbols(style: FigureStyle) throws {
    let nan = Self.nan
    let history = TrainingHistory(loss: [4, nan, 2, nan, 1, 1], validationLoss: [nan, 3, nan, 2, nan])
    let figure = try figure([history], FigureLook(style: style))
    let panel = figure.panels[1]
    let shift = style == .clean ? 1.0 : 0
    let symbols = dots(panel).filter { $0.marker == .circle || $0.marker == .diamond }
    #expect(symbols.map(\.x) == [[0 + shift, 2 + shift]] && symbols.map(\.y) == [[4, 2]])
    // A series of nothing else has them on its line, so that a legend shows them.
    #expect(lines(panel).map(\.marker) == [nil, .diamond])
    let words = try #require(style == .clean ? figure.title?.subtitle?.text : panel.title?.text)
    #expect(words.contains("×: NaN or "))
    #expect(words.contains(style == .clean ? "Solid, circles: training. Dashed, diamonds: validation." : "Symbols"))
  }

  @Test(arguments: FigureStyle.all) func whatIsNotFiniteHasACrossOnTheAxis(style: FigureStyle) throws {
    let history = TrainingHistory(loss: [4, .nan, 2, .infinity, 1])
    let figure = try figure([history], FigureLook(style: style))
    let crosses = dots(figure.panels[1]).filter { $0.marker == .cross }
    let shift = style == .clean ? 1.0 : 0
    // From 1 to 4 with a twentieth of 3 on both sides.
    #expect(crosses.map(\.x) == [[1 + shift, 3 + shift]] && crosses.map(\.y) == [[0.85, 0.85]])
    #expect(figure.panels[1].y.limits == 0.85...4.15)
    #expect(figure.altText.hasSuffix("NaN or infinite at epochs 2, 4."))
  }

  @Test(arguments: FigureStyle.all) func aPanelWithoutValuesSaysSo(style: FigureStyle) throws {
    func words(_ panel: Axes) -> [String] {
      panel.marks.compactMap { ($0.drawable as? Text)?.label.text }
    }
    let lossOnly = try figure([TrainingHistory(loss: [2, 1])], FigureLook(style: style))
    #expect(words(lossOnly.panels[0]) == ["No accuracy was logged"] && words(lossOnly.panels[1]) == [])
    let diverged = try figure([TrainingHistory(loss: [.nan, .nan], accuracy: [0.1, 0.1])], FigureLook(style: style))
    #expect(words(diverged.panels[1]) == ["No finite loss was logged"])
    #expect(diverged.panels[1].legend == nil)
  }

  @Test func theBestValidationValueHasARing() throws {
    let history = TrainingHistory(
      loss: [3, 2, 1, 0.5], accuracy: [0.5, 0.6, 0.7, 0.8], validationLoss: [3, 1, .nan, 1, 2],
      validationAccuracy: [0.5, 0.9, 0.8, 0.9])
    func rings(_ look: FigureLook) throws -> [[Double]] {
      try figure([history], look).panels.flatMap { dots($0) }.filter { $0.size == 9 }.map { $0.x + $0.y }
    }
    #expect(try rings(FigureLook(style: .clean)) == [[2, 0.9], [2, 1]])
    #expect(try rings(FigureLook()) == [])
    #expect(try rings(look(.original) { $0.marksBest = true }) == [[1, 0.9], [1, 1]])
    #expect(try rings(look { $0.marksBest = false }) == [])
    #expect(try figure([TrainingHistory(validationLoss: [1])]).panels.flatMap { dots($0) }.isEmpty)
  }

  @Test(arguments: FigureStyle.all) func aLearningRateHasAPanel(style: FigureStyle) throws {
    var history = TrainingHistory(loss: [3, 2, 1])
    history["learning_rate"] = Series(perEpoch: [0.1, 0.01, 0.001])
    let three = try figure([history], FigureLook(style: style))
    #expect(three.columns == 3 && three.panels.count == 3)
    #expect(lines(three.panels[2]).map(\.y) == [[0.1, 0.01, 0.001]])
    #expect(three.panels[2].y.scale == .log())
    #expect(three.altText.hasPrefix("Accuracy, loss and learning rate over the epochs."))
    #expect(three.altText.contains("learning rate 0.001"))
    // One along another axis has none.
    history["learning_rate"] = Series(.step, positions: [1, 2], values: [0.1, 0.1])
    #expect(try figure([history], FigureLook(style: style)).panels.count == 2)
  }

  @Test(arguments: FigureStyle.all) func seedsHaveABand(style: FigureStyle) throws {
    let history = TrainingHistory(loss: [3, 2, 1], validationLoss: [4, 3])
    let figure = try figure(
      [history], sd: TrainingHistory(loss: [0.5, 0.25, 0.125], validationLoss: [1]), FigureLook(style: style))
    let bands = self.bands(figure.panels[1])
    // That of the validation is of other epochs.
    #expect(bands.map(\.lower) == [[2.5, 1.75, 0.875]] && bands.map(\.upper) == [[3.5, 2.25, 1.125]])
    let words = try #require(style == .clean ? figure.title?.subtitle?.text : figure.panels[1].title?.text)
    #expect(words.contains("± 1"))
    #expect(figure.altText.contains("Model 0 (mean over seeds) after 3 epochs"))
  }

  @Test func aBandThatReachesBelowZeroEndsAtALogarithmicAxisStart() throws {
    let history = TrainingHistory(loss: [10, 1, 0.1])
    let figure = try figure([history], sd: TrainingHistory(loss: [1, 2, 1]), look { $0.hasLogLoss = true })
    let limits = try #require(figure.panels[1].y.limits)
    let band = bands(figure.panels[1]).first
    #expect(band?.lower == [9, limits.lowerBound, limits.lowerBound] && limits.lowerBound > 0)
  }

  @Test func smoothLinesHaveTheirValuesBehind() throws {
    let history = TrainingHistory(loss: [1, 2, 6, 4, 12])
    let figure = try figure([history], look { $0.smoothing = 3 })
    #expect(lines(figure.panels[1]).map(\.y) == [[1, 2, 6, 4, 12], [1.5, 3, 4, 22.0 / 3, 8]])
    #expect(figure.title?.subtitle?.text.contains("centred means of 3 values") == true)
  }

  @Test func lossesHaveALogarithmicAxisIfAskedFor() throws {
    let history = TrainingHistory(loss: [3, 2, 1], accuracy: [0.1, 0.2, 0.3])
    for style in FigureStyle.all {
      let figure = try figure([history], look(style) { $0.hasLogLoss = true })
      #expect(figure.panels.map(\.y.scale) == [.linear, .log()])
    }
    let squashed = TrainingHistory(loss: [1000, 100] + (0..<28).map { 10 - Double($0) * 0.35 })
    #expect(try figure([squashed]).panels[1].y.scale == .log())
    #expect(try figure([squashed], FigureLook()).panels[1].y.scale == .linear)
    #expect(try figure([squashed], look { $0.hasLogLoss = false }).panels[1].y.scale == .linear)
  }

  @Test(arguments: looks) func noNamesOfManyModelsTouchDataOrEachOther(look: FigureLook) throws {
    let histories = (0..<12).map { index in
      let start = 1 + Double(index) / 10
      return TrainingHistory(
        loss: [start, start / 2], accuracy: [0.5, 0.6], validationLoss: [start, start / 3],
        validationAccuracy: [0.5, 0.6])
    }
    let figure = try figure(histories, look)
    let layout = try FigureLayout(figure, dpi: 100, text: TextEngine())
    for panel in layout.panels {
      #expect(panel.legend == nil && panel.lineNames.count == 12)
      let boxes = panel.lineNames.map(\.bounds)
      for (index, box) in boxes.enumerated() {
        #expect(box.minX > panel.frame.maxX)
        for other in boxes[(index + 1)...] { #expect(!box.overlaps(other)) }
      }
    }
    // No two models have the same colour and dash.
    let kinds = lines(figure.panels[1]).map { "\($0.color.map { "\($0)" } ?? "") \($0.dash)" }
    #expect(Set(kinds).count == 24)
  }

  @Test func seedsAndRatesComeBackFromAPNG() throws {
    var history = TrainingHistory(loss: [3, 2, 1])
    history["learning_rate"] = Series(perEpoch: [0.1, 0.01, 0.001])
    var content = try TrainingComparisonFigure(of: exampleRun())
    let deviation = TrainingHistory(loss: [1, 1, 1])
    content.models = [TrainingComparisonFigure.Model(name: "CNN", history: history, historySD: deviation)]
    let file = try FigureData(content).png(FigureLook(), dpi: 50, embedsData: true)
    let read = try FigureData(png: file, file: "figure.png")
    #expect((read.content as? TrainingComparisonFigure)?.models == content.models)
    #expect(try read.png(FigureLook(), dpi: 50, embedsData: true) == file)
  }

  @Test func ticksBeginWhereAResumedLogDoes() throws {
    let positions = (101...108).map(Double.init)
    let history = TrainingHistory(series: ["loss": Series(.epoch, positions: positions, values: positions)])
    #expect(try figure([history]).panels[1].x.ticks == .values(positions))
  }
}
