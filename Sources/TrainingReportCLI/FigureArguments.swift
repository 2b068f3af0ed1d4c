import ArgumentParser
import Figures

extension FigureID: ExpressibleByArgument {
  /// Takes the name of a figure in the catalogue.
  package init?(argument: String) {
    self.init(argument)
    if FigureCatalogue.figure(self) == nil { return nil }
  }

  package static var allValueStrings: [String] { FigureCatalogue.all.map { $0.id.name } }
}

extension FigureSet {
  /// Takes `standard`, `all`, or names with commas between them.
  init(argument: String) throws {
    switch argument {
    case "standard": self = .standard
    case "all": self = .all
    default:
      self = .named(
        try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
          if let id = FigureID(argument: String(name)) { return id }
          throw ValidationError(
            "“\(name)” is no figure: take standard, all, or of \(FigureID.allValueStrings.joined(separator: ", ")).")
        })
    }
  }
}
