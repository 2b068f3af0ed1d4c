import ArgumentParser

/// Seeds as they are typed: `1-5`, `1,3,7`, or both.
struct SeedList: CustomStringConvertible {
  let seeds: [UInt64]
  let description: String

  /// More trainings than this are a slip of the fingers.
  private static let most: UInt64 = 1000

  init(argument: String) throws {
    var seeds: [UInt64] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { UInt64($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
        throw ValidationError("“\(part)” is neither a seed nor a range of seeds, such as 1-5.")
      }
      guard last - first < Self.most, seeds.count + Int(last - first) < Self.most else {
        throw ValidationError("“\(argument)” is more than \(Self.most) seeds.")
      }
      seeds += first...last
    }
    if let twice = seeds.first(where: { seed in seeds.count { $0 == seed } > 1 }) {
      throw ValidationError("“\(argument)” has the seed \(twice) twice.")
    }
    self.seeds = seeds
    description = argument
  }
}
