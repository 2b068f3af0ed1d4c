/// The names along an axis of bands: those that it states, then those of marks that are not among them. A name stands there as
/// often as one of them has it.
struct CategoryNames {
  /// A name, and how often it came before in the same list.
  private struct Key: Hashable {
    var name: String
    var occurrence: Int
  }

  private(set) var names: [String] = []
  private var placeOf: [Key: Int] = [:]

  /// The names of an axis of `axes`.
  init(_ axes: Axes, _ direction: AxisDirection) {
    if case .band(let stated) = axes.axis(direction).scale { _ = places(of: stated) }
    for mark in axes.marks.compactMap(\.categorical) where mark.categoryAxis == direction {
      if let own = mark.categories { _ = places(of: own) }
    }
  }

  /// Where the names of one list stand; those that are missing are added at the end.
  mutating func places(of list: [String]) -> [Int] {
    // Most often all lists are the same.
    if list == names { return Array(list.indices) }
    var occurrences: [String: Int] = [:]
    return list.map { name in
      let key = Key(name: name, occurrence: occurrences[name, default: 0])
      occurrences[name, default: 0] += 1
      if let place = placeOf[key] { return place }
      placeOf[key] = names.count
      names.append(name)
      return names.count - 1
    }
  }
}
