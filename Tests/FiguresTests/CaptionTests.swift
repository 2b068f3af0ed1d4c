import Images
import RunRecords
import Testing

@testable import Figures
@testable import Plotting

/// Words over images, in every look.
@Suite struct CaptionTests {
  private static let figures: [any FigureContent.Type] = [
    SampleDigitsFigure.self, MisclassifiedFigure.self, CorrectPredictionsFigure.self,
  ]
  private static let names = [
    ["Tomato___Tomato_Yellow_Leaf_Curl_Virus_early", "Tomato___Tomato_Yellow_Leaf_Curl_Virus_late", "a", "b c d"],
    [String(repeating: "W", count: 60), String(repeating: "M", count: 60), "WWW WWW WWW WWW", "iiiiiiiiiiiiiiiiii"],
    ["Ankle boot", "T-shirt/top", "Coat", "Bag"], ["0", "1", "2", "3"],
  ]

  private func layout(
    of figure: any FigureContent.Type, _ look: FigureLook, names: [String], height: Int = 28, width: Int = 28
  ) throws -> FigureLayout {
    var run = largeRun()
    run.record.dataset.classNames = names
    run.record.figures.samples = (0..<5).map { FigureSelection.Sample(image: 0, index: $0, label: $0 % 4) }
    run.images = ImageSet(
      count: 3, height: height, width: width, pixels: (0..<3 * height * width).map { UInt8($0 % 256) })
    return try FigureLayout(FigureData(figure, of: run).drawing(look), dpi: 150, text: TextEngine())
  }

  @Test(arguments: looks, names) func captionsNeverTouch(look: FigureLook, names: [String]) throws {
    for figure in Self.figures {
      for (height, width) in [(28, 28), (64, 16), (10, 100)] {
        let panels = try layout(of: figure, look, names: names, height: height, width: width).panels
        for panel in panels {
          let words = [panel.title, panel.note].compactMap { $0 }
          #expect(!words.isEmpty)
          for other in panels where other.frame != panel.frame {
            for text in [other.title, other.note].compactMap({ $0 }) {
              #expect(words.allSatisfy { !$0.bounds.overlaps(text.bounds) }, "\(figure.id) \(height) x \(width)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: Page.allCases, names) func noNoteCoversItsCaption(page: Page, names: [String]) throws {
    let look = FigureLook(style: .clean, page: page)
    for panel in try layout(of: MisclassifiedFigure.self, look, names: names).panels {
      let (title, note) = (try #require(panel.title), try #require(panel.note))
      let last = try #require(title.lines.last)
      let end = try last.origin.x + TextEngine().run(last.text, title.style, dpi: 150).width
      #expect(end < note.bounds.minX)
    }
  }

  /// 48 leaves of two diseases that differ at their ends.
  @Test(arguments: looks) func differentClassesHaveDifferentCaptions(look: FigureLook) throws {
    let captions = try layout(of: SampleDigitsFigure.self, look, names: Self.names[0]).panels.compactMap {
      $0.title?.lines.map(\.text)
    }
    #expect(Set(captions).count == 4)
  }

  @Test func onlyDigitsAreCalledSo() throws {
    func words(_ dataset: String, _ names: [String]) throws -> [String] {
      var run = exampleRun()
      run.record.dataset = RunRecord.Dataset(
        name: dataset, trainingSamples: nil, validationSamples: nil, testSamples: 6, classNames: names)
      let right = try FigureData(CorrectPredictionsFigure.self, of: run)
      let samples = try FigureData(SampleDigitsFigure.self, of: run)
      // A figure's own file tells it as well.
      let again = try FigureData(
        png: samples.png(FigureLook(), dpi: 20, embedsData: true), file: "figure.png")
      return [
        right.drawing().panels[0].title?.text ?? "", right.drawing().altText, samples.drawing().title?.label.text ?? "",
        again.drawing().name,
      ]
    }
    let digits = try words("MNIST", (0..<10).map(String.init))
    #expect(digits[0] == "Digit: 0\nConf: 70.0%" && digits[1].contains("Digit: 0"))
    #expect(digits.suffix(2).allSatisfy { $0 == "Sample Handwritten Digits from Training Set" })
    let animals = try words("Animals", ["cat", "dog", "horse", "cow"])
    #expect(animals[0] == "Class: cat\nConf: 70.0%" && animals[1].contains("Class: cat"))
    #expect(animals.suffix(2).allSatisfy { $0 == "Sample Images from Training Set" })
  }
}
