import Images
import RunRecords
import Testing

@testable import Figures
@testable import Plotting

/// Every style on every page.
let looks = FigureStyle.all.flatMap { style in
  Page.allCases.map { FigureLook(style: style, page: $0) }
}

/// A text of a laid-out figure and what is behind it.
private struct TextOnPage {
  var text: String
  var color: Color
  var behind: Color

  var contrast: Double { color.contrast(to: behind) }
}

@Suite struct FigureLookTests {
  @Test func contrastIsWCAGs() {
    // Black on white is 21 to 1; #767676 is the lightest grey that has 4.5 to 1 on white.
    #expect(abs(Color.black.contrast(to: .white) - 21) < 1e-9)
    #expect(Color(hex: 0x767676).contrast(to: .white) >= 4.5)
    #expect(Color.white.contrast(to: Color(hex: 0x777777)) < 4.5)
  }

  @Test(arguments: looks, FigureCatalogue.all)
  func textHasAContrastOf4point5(look: FigureLook, figure: any FigureContent.Type) throws {
    let texts = try texts(of: figure, look)
    #expect(!texts.isEmpty)
    for text in texts where text.contrast < 4.5 {
      // Two colours are the original's, which its figures keep: red captions (4.0) and white on middle blues.
      let isTheOriginals =
        look == FigureLook()
        && (figure.id == MisclassifiedFigure.id && text.color == .red
          || figure.id == ConfusionMatrixFigure.id && text.color == .white)
      #expect(isTheOriginals, "\(look.style.name) \(look.page) \(figure.id): \(text)")
    }
  }

  @Test(arguments: looks) func linesHaveAContrastOf3(look: FigureLook) {
    for index in look.colors.models.indices {
      #expect(
        look.modelColor(index).contrast(to: look.theme.background) >= 3, "\(look.style.name) \(look.page) \(index)")
    }
    #expect(look.theme.ticks.color.contrast(to: look.theme.background) >= 3)
    #expect(look.theme.frame.color.contrast(to: look.theme.background) >= 3)
  }

  @Test(arguments: [ColorMap.oranges, .darkOranges, .darkBlues])
  func numbersAreReadOnEveryCell(map: ColorMap) {
    for color in map.colors {
      #expect(Theme.clean.marks.textColor(on: color).contrast(to: color) >= 4.5, "\(color)")
    }
  }

  @Test func darkFiguresOfTheOriginalHaveItsPlaces() throws {
    for figure in FigureCatalogue.all {
      let (light, dark) = (
        try layout(of: figure, FigureLook()), try layout(of: figure, FigureLook(page: .dark))
      )
      #expect((light.width, light.height) == (dark.width, dark.height))
      #expect(light.panels.map(\.frame) == dark.panels.map(\.frame))
      #expect(light.titles.map(\.bounds) == dark.titles.map(\.bounds))
    }
  }

  @Test(arguments: Page.allCases) func cleanFiguresHaveNarrowGaps(page: Page) throws {
    // 0.9 parts of 10 points between images, at 150 dots an inch: 18.75 pixels, and no more than 2 from what fits badly.
    let layout = try layout(of: MisclassifiedFigure.self, FigureLook(style: .clean, page: page))
    let frames = layout.panels.map(\.frame)
    #expect(abs(frames[1].minX - frames[0].maxX - 18.75) < 2)
  }

  @Test func cleanMatrixHasColorsForErrorsOnly() throws {
    let figure = try FigureData(ConfusionMatrixFigure.self, of: largeRun()).drawing(FigureLook(style: .clean))
    let heatmap = try #require(figure.panels.first?.heatmap)
    // Of the 40 samples of each class, 4 in class 0 are taken for 1 and 1 in class 1 for 2.
    #expect(heatmap.values[0] == 0 && heatmap.annotations[0] == "36")
    #expect(heatmap.values[1] == 2 && heatmap.annotations[1] == "4")
    #expect(heatmap.values[6] == 1 && heatmap.annotations[6] == "1")
    #expect(heatmap.values[2] == 0 && heatmap.annotations[2] == "")
  }

  private func matrix(of classNames: [String], _ counts: [[Int]]) throws -> Figure {
    var content = try ConfusionMatrixFigure(of: largeRun())
    (content.classNames, content.counts) = (classNames, counts)
    return content.drawing(FigureLook(style: .clean))
  }

  @Test func cleanMatrixHasNearlySquareCells() throws {
    for count in [1, 3, 10, 20] {
      let names = (0..<count).map { "Class \($0)" }
      let counts = (0..<count).map { row in (0..<count).map { $0 == row ? 1000 : 1 } }
      let layout = try FigureLayout(matrix(of: names, counts), dpi: 50, text: TextEngine())
      let frame = layout.panels[0].frame
      #expect(abs(frame.height / frame.width - 1) < 0.12, "\(count) classes: \(frame)")
    }
  }

  @Test func cleanMatrixWithoutErrorsSaysSo() throws {
    let title = try matrix(of: ["0", "1"], [[600, 0], [0, 700]]).title
    #expect(title?.subtitle?.text == "All 1,300 test samples classified correctly.")
  }

  @Test func longNamesOfModelsStandOnTwoLines() throws {
    #expect("CNN".wrapped(to: 8) == "CNN")
    #expect("A model whose name".wrapped(to: 11) == "A model\nwhose name")
    #expect("A model whose name".wrapped(to: 6) == "A mode\n…name")
    #expect("resnet18_pretrained".wrapped(to: 10) == "resnet18_p\nretrained")
    #expect("12345678 ".wrapped(to: 8) == "12345678")
    let figure = try FigureData(TrainingComparisonFigure.self, of: largeRun(models: 3)).drawing(
      FigureLook(style: .clean))
    let names = figure.panels[0].marks.compactMap { ($0.drawable as? Line)?.label }
    #expect(names == ["Simple NN", "CNN", "A model whose name\nis rather long"])
    #expect(figure.altText.contains("A model whose name is rather long after 10 epochs"))
  }

  @Test func numbersBesideLongCaptionsStandBelowThem() throws {
    var run = largeRun()
    run.record.dataset.classNames = ["Ankle boot", "T-shirt/top", "Coat", "Bag"]
    let layout = try FigureLayout(
      FigureData(MisclassifiedFigure.self, of: run).drawing(FigureLook(style: .clean)), dpi: 100, text: TextEngine())
    for panel in layout.panels {
      let (caption, note) = (try #require(panel.title), try #require(panel.note))
      #expect(caption.lines.map(\.text) == ["Ankle boot", "→ T-shirt/top", ""])
      #expect(note.style == layout.theme.panelNote && abs(note.bounds.maxX - panel.frame.maxX) < 1e-9)
      #expect(note.bounds.maxY < caption.lines[1].origin.y)
    }
  }

  @Test func cleanFiguresOfPartialRunsAreDrawn() throws {
    for epochs in [1, 2, 200] {
      for models in [1, 3] {
        let run = largeRun(epochs: epochs, models: models)
        let figure = try FigureData(TrainingComparisonFigure.self, of: run).drawing(FigureLook(style: .clean))
        let layout = try FigureLayout(figure, dpi: 50, text: TextEngine())
        let ticks = layout.panels[0].axisLayouts[0].ticks.compactMap { $0.label.lines.first?.text }
        #expect(ticks == (epochs == 200 ? (1...10).map { "\($0 * 20)" } : (1...epochs).map(String.init)))
        #expect(layout.panels[0].lineNames.count == models)
      }
    }
  }

  private func layout(of figure: any FigureContent.Type, _ look: FigureLook) throws -> FigureLayout {
    try FigureLayout(FigureData(figure, of: largeRun()).drawing(look), dpi: 150, text: TextEngine())
  }

  private func texts(of figure: any FigureContent.Type, _ look: FigureLook) throws -> [TextOnPage] {
    let layout = try layout(of: figure, look)
    func onPage(_ placed: PlacedText) -> TextOnPage {
      TextOnPage(text: placed.lines.first?.text ?? "", color: placed.style.color, behind: layout.theme.background)
    }
    var texts = layout.titles.map(onPage)
    for panel in layout.panels {
      let axes = panel.axisLayouts + panel.colorBars.map(\.axis)
      let labels = axes.flatMap { $0.ticks.map(\.label) + [$0.label, $0.common].compactMap { $0 } }
      texts += ([panel.title, panel.note].compactMap { $0 } + panel.lineNames + labels).map(onPage)
      // The legend's box lets the page through, which has the same colour.
      texts += panel.legend?.entries.map { onPage($0.name) } ?? []
      guard let heatmap = panel.axes.heatmap else { continue }
      // Annotations stand row by row where there is one.
      let behind = zip(heatmap.values, heatmap.annotations).filter { !$1.isEmpty }
        .compactMap { heatmap.color($0.0, in: heatmap.valueRange) }
      #expect(behind.count == panel.annotations.count)
      texts += zip(panel.annotations, behind).map {
        TextOnPage(text: $0.lines.first?.text ?? "", color: $0.style.color, behind: $1)
      }
    }
    return texts
  }
}

/// A run with four classes of 40 samples: of class 0, 4 are taken for class 1; of class 1, 1 for class 2; of class 2, 16 for
/// class 3.
func largeRun(epochs: Int = 10, models: Int = 2) -> SavedRun {
  let labels = (0..<160).map { $0 / 40 }
  var answers = labels
  for index in 0..<4 { answers[index] = 1 }
  answers[40] = 2
  for index in 80..<96 { answers[index] = 3 }
  let probabilities = answers.flatMap { answer in (0..<4).map { $0 == answer ? Float(0.7) : 0.1 } }
  let falling = (1...epochs).map { 1 / Double($0) }
  let history = TrainingHistory(
    loss: falling, accuracy: falling.map { 1 - $0 / 2 }, validationLoss: falling,
    validationAccuracy: falling.map { 1 - $0 / 3 })
  let names = ["Simple NN", "CNN", "A model whose name is rather long"]
  return SavedRun(
    record: RunRecord(
      generator: "test",
      dataset: RunRecord.Dataset(
        name: "Test", trainingSamples: 60_000, validationSamples: nil, testSamples: 160,
        classNames: ["0", "1", "2", "3"]),
      featuredModel: "CNN",
      figures: FigureSelection(
        samples: (0..<5).map { FigureSelection.Sample(image: 0, index: $0, label: 2) },
        misclassified: (0..<4).map { FigureSelection.Prediction(image: 1, index: $0) },
        correct: (0..<5).map { FigureSelection.Prediction(image: 2, index: 50 + $0) })),
    labels: labels,
    images: ImageSet(count: 3, height: 28, width: 28, pixels: (0..<2352).map { UInt8($0 % 256) }),
    models: names.prefix(max(models, 2)).enumerated().map { index, name in
      SavedModel(
        record: ModelRecord(name: name, history: index < models ? history : nil),
        predictions: name == "CNN" ? Predictions(probabilities: probabilities, classCount: 4) : nil)
    })
}
