import ArgumentParser
import Figures

/// How figures look; the same for every command.
struct LookOptions: ParsableArguments {
  @Option(help: "The figures' style: original, as the Python project drew them, or clean.")
  var style = FigureLook.Style.original

  @Option(help: "The page that figures are made for: light or dark.")
  var theme = FigureLook.Theme.light

  var look: FigureLook { FigureLook(style: style, theme: theme) }
}

extension FigureLook.Style: ExpressibleByArgument {}
extension FigureLook.Theme: ExpressibleByArgument {}
