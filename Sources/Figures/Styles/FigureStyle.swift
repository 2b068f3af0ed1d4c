import Plotting
import RunRecords

/// How figures look, whatever they show: sizes, words, colours and layout. A style is one value in one file.
package struct FigureStyle: Sendable {
  /// The styles that there are; the first is the default.
  package static let all: [FigureStyle] = [.original, .clean]

  /// What tells the style from others, as `--style` takes it.
  package let name: String

  /// Colours and text sizes on a white page.
  var light: PageColors
  /// The same on a dark page.
  var dark: PageColors
  /// Where the title of a figure stands.
  var titles: TitlePlace
  /// Titles of figures and panels.
  var titleText = TextLook()
  /// Names of axes.
  var axisText = TextLook()
  /// The grid behind lines and dots.
  var grid: Grid
  /// Figure 01's images.
  var samples: ImageGridStyle
  /// The images of figures 04 and 05.
  var answers: ImageGridStyle
  /// The words over images.
  var captions: Captions
  /// Curves over epochs.
  var curves: CurveStyle
  /// Confusion matrices.
  var matrix: MatrixStyle
}

extension FigureStyle: Equatable {
  /// Whether two styles have the same name.
  package static func == (one: FigureStyle, other: FigureStyle) -> Bool { one.name == other.name }
}

/// What of a style differs from page to page.
struct PageColors: Sendable {
  /// Colours and sizes that a figure does not state.
  var theme: Theme
  /// The colours of models, in the order of the run.
  var models: [Color]
  /// Captions of right answers; nil for the theme's colour.
  var right: Color?
  /// Captions of wrong answers; nil for the theme's colour.
  var wrong: Color?
  /// The cells of a confusion matrix.
  var cells: ColorMap
}

/// Where the title of a figure stands.
enum TitlePlace: Sendable {
  /// Above the panel that it names.
  case abovePanels
  /// Above all panels, with a subtitle.
  case aboveFigure
}

/// What of a text's look differs from the theme's.
struct TextLook: Sendable {
  /// The size in points.
  var size: Double?
  var weight: FontWeight?
}

/// How a grid of images is laid out.
struct ImageGridStyle: Sendable {
  /// How large the page is.
  enum Fit: Sendable {
    /// This large, with so many rows whether they are filled or not.
    case fixed(Size, rows: Int)
    /// As large as images of this width in inches need, the wider the longer their captions are.
    case images(width: ClosedRange<Double>)
  }

  /// Where the model's confidence stands.
  enum Confidence: Sendable {
    /// On a line below the caption, after these words.
    case below(String)
    /// At the right end of the caption.
    case beside

    /// Whether it shares a line with the caption.
    var isBeside: Bool { if case .beside = self { true } else { false } }
  }

  var fit: Fit
  /// The position of a title's top, in parts of the figure's height.
  var titleTop = 1.0
  /// The weight of a title that stands alone; nil for the theme's.
  var titleWeight: FontWeight?
  /// The size of captions in points; nil for the theme's.
  var captionSize: Double?
  var confidence: Confidence
}

/// The words over images.
struct Captions: Sendable {
  /// Over a training sample: the name of its class.
  var sample: @Sendable (_ label: String) -> String
  /// Over a right answer: the name of the class.
  var right: @Sendable (_ label: String, _ words: SampleWords) -> String
  /// Over a wrong answer: the name of the true class.
  var actual: @Sendable (_ label: String) -> String
  /// Over a wrong answer, after the true class: the name of the predicted one.
  var predicted: @Sendable (_ label: String) -> String
  /// What stands between the two if they share a line.
  var joint: String
}

/// How curves over epochs are drawn.
struct CurveStyle: Sendable {
  /// The page, in inches.
  var size: Size
  /// The number under the first epoch.
  var firstEpoch: Int
  /// Whether ticks stand at whole epochs only.
  var ticksAreEpochs: Bool
  /// The title of a panel that shows a quantity, such as `Loss`.
  var panelTitle: @Sendable (_ quantity: String) -> String
  /// Whether the vertical axis is named after the quantity as well.
  var namesVerticalAxis: Bool
  /// The most characters of a model's name.
  var longestName: Int
  /// The names of a model's curves; nil for a curve without one.
  var names: @Sendable (_ model: String, _ hasValidation: Bool) -> (training: String?, validation: String?)
  /// Where the names stand.
  var legend: Legend.Placement
  /// Whether the best validation values are marked.
  var marksBest: Bool
  /// Whether losses of which a few squash the rest get another axis than a linear one.
  var choosesLossAxis: Bool
  /// The width of a page of three panels, in widths of one of two.
  var widthOfThree: Double

  /// The names of a model's curves beside their ends: once, beside the curve that tells more.
  static func namesAtLineEnds(_ model: String, _ hasValidation: Bool) -> (training: String?, validation: String?) {
    let name = model.wrapped(to: 20)
    return (hasValidation ? nil : name, name)
  }
}

/// How a confusion matrix is drawn.
struct MatrixStyle: Sendable {
  /// The page for a number of classes, in inches.
  var size: @Sendable (_ classes: Int) -> Size
  /// The name of the horizontal axis.
  var predicted: String
  /// The name of the vertical axis.
  var actual: String
  /// What a cell's colour follows: of a count, or of a share in percent.
  var value: @Sendable (_ number: Double, _ isError: Bool) -> Double
  /// The count in a cell; empty for none.
  var text: @Sendable (_ count: Int, _ isError: Bool) -> String
  /// How wide a cell is, about, of a number of classes, in points.
  var cellWidth: @Sendable (_ classes: Int) -> Double
  /// Whether a bar explains the colours.
  var hasColorBar: Bool
}
