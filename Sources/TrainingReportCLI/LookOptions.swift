import ArgumentParser
import Figures

/// How figures look; the same for every command.
struct LookOptions: ParsableArguments {
  @Option(help: "The figures' style: original, as the Python project drew them, or clean.")
  var style = FigureStyle.original

  @Option(help: "The page that figures are made for: light or dark.")
  var theme = Page.light

  var look: FigureLook { FigureLook(style: style, page: theme) }
}

extension FigureStyle: ExpressibleByArgument {
  package init?(argument: String) {
    guard let style = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = style
  }

  package var defaultValueDescription: String { name }
  package static var allValueStrings: [String] { all.map(\.name) }
}

extension Page: ExpressibleByArgument {}
