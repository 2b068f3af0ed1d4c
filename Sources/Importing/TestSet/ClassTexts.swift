/// Classes that are written as texts: numbers if all of them are, otherwise names.
struct ClassTexts {
  /// The class of each text: its number, or the place of its name.
  let classes: [Int]
  /// The names, sorted as scikit-learn sorts them; nil if the texts are numbers.
  let names: [String]?

  init(_ texts: [String]) {
    let numbers = texts.map(ClassColumn.whole)
    if numbers.allSatisfy({ $0 != nil }) {
      (classes, names) = (numbers.compactMap(\.self), nil)
    } else {
      let names = Self.sorted(Set(texts))
      let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
      (classes, self.names) = (texts.compactMap { places[$0] }, names)
    }
  }

  /// Names by code points.
  static func sorted(_ names: some Sequence<String>) -> [String] {
    names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// Whether an array of this name holds the classes' names in their order, such as scikit-learn's `classes_`.
  static func areNamed(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined()
    return ["classes", "classnames", "labelnames", "targetnames", "names"].contains(words)
  }
}
