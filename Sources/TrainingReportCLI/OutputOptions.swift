import ArgumentParser
import Figures

/// What is drawn, and how; the same for every command.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Draw only this figure, such as 03_confusion_matrix; repeat it for more.", valueName: "name"))
  var only: [ReportFigure] = []

  @Option(help: ArgumentHelp("The figures' density in dots an inch.", valueName: "dots"))
  var dpi = 150.0

  @OptionGroup var look: LookOptions

  @Flag(inversion: .prefixedNo, help: "Keep in each PNG the data it was drawn from, so that plot can redraw it alone.")
  var embed = true

  @Flag(help: "Write README.md as well: the figures, tables, and findings in words.")
  var markdown = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func validate() throws {
    guard (10...2400).contains(dpi) else {
      throw ValidationError("--dpi \(dpi) is out of range: take 10 to 2400.")
    }
  }
}

extension ReportFigure: ExpressibleByArgument {}
