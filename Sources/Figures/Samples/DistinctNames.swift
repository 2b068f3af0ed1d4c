extension [String] {
  /// The names on one line each, those that are too long cut to `length` characters, no two different ones to the same text.
  func shortened(to length: Int) -> [String] { shortened { $0.count <= length } }

  /// The names on one line each, those that do not fit cut in the middle, no two different ones to the same text.
  func shortened(toFit fits: (String) -> Bool) -> [String] {
    let names = map(\.onOneLine)
    var short = names.map { $0.cut(toFit: fits) }
    for (text, indices) in Self.conflicts(among: short, of: names) {
      let group = indices.map { names[$0] }
      let others = Set(short).subtracting([text])
      let cuts = Self.cuts(of: group, toFit: fits).first { Self.tell(group, apart: $0) && others.isDisjoint(with: $0) }
      // Names that differ nowhere but in what no cut shows are told apart by their places.
      let told =
        cuts ?? zip(indices, group).map { index, name in "\(index + 1): \(name)".cut(headShare: 1, toFit: fits) }
      for (index, cut) in zip(indices, told) { short[index] = cut }
    }
    return short
  }

  /// The places of different names that were cut to the same text, in order.
  private static func conflicts(among short: [String], of names: [String]) -> [(text: String, indices: [Int])] {
    Dictionary(grouping: short.indices) { short[$0] }
      .filter { _, indices in Set(indices.map { names[$0] }).count > 1 }
      .map { (text: $0, indices: $1) }.sorted { $0.indices[0] < $1.indices[0] }
  }

  /// Other ways to cut names: nearer to one end, or around where they begin to differ.
  private static func cuts(of names: [String], toFit fits: (String) -> Bool) -> [[String]] {
    let elsewhere = [0.25, 0.75, 0.1, 0.9].map { share in names.map { $0.cut(headShare: share, toFit: fits) } }
    let same = commonPrefix(of: names)
    let difference = names.map { name in
      same < 3 ? name.cut(headShare: 1, toFit: fits) : ("…" + name.dropFirst(same - 1)).cut(headShare: 1, toFit: fits)
    }
    return elsewhere + [difference]
  }

  private static func commonPrefix(of names: [String]) -> Int {
    guard let first = names.first else { return 0 }
    return names.dropFirst().reduce(first.count) { length, name in
      Swift.min(length, zip(first, name).prefix { $0 == $1 }.count)
    }
  }

  /// Whether different names have different texts.
  private static func tell(_ names: [String], apart cuts: [String]) -> Bool { Set(cuts).count == Set(names).count }
}
