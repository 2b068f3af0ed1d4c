/// Finds out whether a column of a table tells runs apart: an optimizer, a model, a seed or a fold beside values of the same
/// epochs. Such a table is not one training.
struct RunColumns {
  /// The values under one text of one column.
  private struct Key: Hashable {
    var column: String
    var text: String
  }

  private struct Place: Hashable {
    var series: Int
    var position: Double
  }

  private var places: [Key: Set<Place>] = [:]
  private var texts: [String: Set<String>] = [:]

  /// A column with more texts holds times or names of files.
  private static let mostTexts = 64
  /// Enough to tell runs apart.
  private static let mostPlaces = 4096

  /// Whether a column of this name counts runs.
  static func countsRuns(_ name: String) -> Bool {
    let words = MetricName.words(of: name)
    return ["fold", "folds", "kfold", "seed", "run", "trial", "experiment", "repeat", "repetition"].contains(
      words.first ?? "")
      && words.dropFirst().allSatisfy { ["id", "no", "number", "num", "idx", "index", "name"].contains($0) }
  }

  /// Notes that a value was logged beside a text.
  mutating func note(_ column: String, _ text: String, series: Int, at position: Double) {
    if texts[column, default: []].count > Self.mostTexts { return }
    if texts[column, default: []].insert(text).inserted, texts[column, default: []].count > Self.mostTexts {
      for text in texts[column, default: []] { places[Key(column: column, text: text)] = nil }
      return
    }
    let key = Key(column: column, text: text)
    if places[key, default: []].count < Self.mostPlaces {
      places[key, default: []].insert(Place(series: series, position: position))
    }
  }

  /// The first column that tells runs apart, with some of its texts; nil if none does.
  var runs: (column: String, texts: [String])? {
    for (column, texts) in texts.sorted(by: { $0.key < $1.key }) where texts.count > 1 && texts.count <= Self.mostTexts
    {
      let sets = texts.sorted().compactMap { places[Key(column: column, text: $0)] }
      var seen: Set<Place> = []
      var isTwice = false
      for set in sets {
        if !seen.isDisjoint(with: set) { isTwice = true }
        seen.formUnion(set)
      }
      // A text that stands beside one epoch only is of that epoch.
      if isTwice, sets.contains(where: { Set($0.map(\.position)).count > 1 }) || Self.countsRuns(column) {
        return (column, texts.sorted())
      }
    }
    return nil
  }
}
