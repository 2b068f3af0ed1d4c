import ArgumentParser
import SystemPackage

extension FilePath: @retroactive ExpressibleByArgument {
  /// Takes any text as a path.
  public init?(argument: String) { self.init(argument) }
}
