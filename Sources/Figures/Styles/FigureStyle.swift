import Plotting

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
    /// As large as images of this width in inches need.
    case images(width: Double)
  }

  /// Where the model's confidence stands.
  enum Confidence: Sendable {
    /// On a line below the caption, after these words.
    case below(String)
    /// At the right end of the caption.
    case beside
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
  var right: @Sendable (_ label: String) -> String
  /// Over a wrong answer: the names of the true and the predicted class.
  var wrong: @Sendable (_ label: String, _ predicted: String) -> String
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
  /// Whether a single epoch is drawn as a point.
  var showsSingleEpochs: Bool
  /// Where the names stand.
  var legend: Legend.Placement
}

/// How a confusion matrix is drawn.
struct MatrixStyle: Sendable {
  /// The page for a number of classes, in inches.
  var size: @Sendable (_ classes: Int) -> Size
  /// The name of the horizontal axis.
  var predicted: String
  /// The name of the vertical axis.
  var actual: String
  /// What a cell's colour follows.
  var value: @Sendable (_ count: Int, _ isError: Bool) -> Double
  /// The number in a cell.
  var text: @Sendable (_ count: Int, _ isError: Bool) -> String
  /// Whether a bar explains the colours.
  var hasColorBar: Bool
}
