/// A recipe that the program holds, for one model or more. One per file, listed in ``all``.
package struct StandardRecipe: Sendable {
  /// Its name, such as `fast`.
  package let name: String
  /// What it is for, as a clause for help.
  package let summary: String
  /// The models that it trains.
  package let models: [Recipe]

  /// All of them, the usual one first.
  package static let all = [original, fast, accurate]
}
