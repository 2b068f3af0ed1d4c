import ArgumentParser
import Figures

extension FigureID {
  /// Takes the name of a figure in the catalogue, or the number that it begins with.
  init(argument: String) throws {
    try self.init(argument, or: "")
  }

  /// The names of all figures, with commas between them.
  static let allNames = FigureCatalogue.all.map { $0.id.name }.joined(separator: ", ")

  /// - Parameter others: what else could have been given, for the error.
  fileprivate init(_ argument: String, or others: String) throws {
    let name = FigureCatalogue.all.map { $0.id.name }.first {
      $0 == argument || $0.hasPrefix(argument + "_") && Int(argument) != nil
    }
    guard let name else {
      throw ValidationError("“\(argument)” is not a figure: take \(others)one of \(Self.allNames).")
    }
    self.init(name)
  }
}

extension FigureSet {
  /// Takes `standard`, `all`, or names with commas between them.
  init(argument: String) throws {
    switch argument {
    case "standard": self = .standard
    case "all": self = .all
    default:
      let names = argument.split(separator: ",", omittingEmptySubsequences: false)
      self = .named(try names.map { try FigureID(String($0), or: "standard, all, or ") })
    }
  }
}
