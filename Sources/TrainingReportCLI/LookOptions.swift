import ArgumentParser
import Figures
import Plotting
import SystemPackage

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

  @Option(
    help: ArgumentHelp(
      "A font file for names in letters that DejaVu Sans lacks, tried before the system's fonts; repeat it for more.",
      valueName: "file"))
  var font: [FilePath] = []

  func validate() throws {
    guard (1...1_000_000).contains(smooth) else {
      throw ValidationError("--smooth \(smooth) is out of range: take 1 to 1000000.")
    }
  }

  private var fonts: [Font] { font.map { Font(file: $0.string) } }

  /// Refuses fonts that cannot be used, before any work is done.
  func checkFonts() throws {
    for font in fonts {
      do {
        try font.check()
      } catch {
        throw Failure(
          message: "\(oneLine(error.description)).\n\(error.advice).", exitCode: Failure.badData)
      }
    }
  }

  var look: FigureLook {
    var options = FigureOptions()
    options.normalization = normalize
    options.hasLogLoss = logLoss
    options.smoothing = smooth
    options.marksBest = markBest
    var look = FigureLook(style: style, page: theme, options: options)
    look.fonts = fonts
    return look
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
