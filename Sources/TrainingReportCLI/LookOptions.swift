import ArgumentParser
import Figures

/// How figures look; the same for every command.
struct LookOptions: ParsableArguments {
  @Option(help: "The figures' style: original, as the Python project drew them, or clean.")
  var style = FigureStyle.original

  @Option(help: "The page that figures are made for: light or dark.")
  var theme = Page.light

  @Option(
    help: """
      Percentages in the confusion matrix of figure 03: none, or of the true class (true), the predicted class \
      (predicted) or all samples (all), as scikit-learn's normalize.
      """)
  var normalize = Normalization.none

  @Flag(
    inversion: .prefixedNo,
    help: "Draw the losses of figure 02 on a logarithmic axis, or not (default: only if clean needs it).")
  var logLoss: Bool?

  @Option(
    help: ArgumentHelp(
      "Draw the curves of figure 02 as centred means of this many values, with the values themselves behind.",
      valueName: "values"))
  var smooth = 1

  @Flag(
    inversion: .prefixedNo,
    help: "Mark the best validation values in figure 02, or not (default: only clean does).")
  var markBest: Bool?

  func validate() throws {
    guard (1...1_000_000).contains(smooth) else {
      throw ValidationError("--smooth \(smooth) is out of range: take 1 to 1000000.")
    }
  }

  var look: FigureLook {
    var options = FigureOptions()
    options.normalization = normalize
    options.hasLogLoss = logLoss
    options.smoothing = smooth
    options.marksBest = markBest
    return FigureLook(style: style, page: theme, options: options)
  }
}

extension Normalization: ExpressibleByArgument {}

extension FigureStyle: ExpressibleByArgument {
  package init?(argument: String) {
    guard let style = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = style
  }

  package var defaultValueDescription: String { name }
  package static var allValueStrings: [String] { all.map(\.name) }
}

extension Page: ExpressibleByArgument {}
