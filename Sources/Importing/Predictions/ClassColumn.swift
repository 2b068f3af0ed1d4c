import RunRecords

/// A column of classes: each text once, and which of them a sample has.
struct ClassColumn {
  /// The column's name.
  let name: String
  /// The texts in the order in which they come first.
  private(set) var texts: [String] = []
  /// The line of the file, or the entry, in which each comes first.
  private(set) var lines: [Int] = []
  private var samples: [Int32] = []
  private var places: [String: Int32] = [:]

  /// A column without samples.
  init(name: String) { self.name = name }

  /// Adds a sample.
  mutating func append(_ text: String, line: Int) {
    if let place = places[text] {
      samples.append(place)
      return
    }
    let place = Int32(texts.count)
    places[text] = place
    samples.append(place)
    texts.append(text)
    lines.append(line)
  }

  /// The texts that some of the samples have.
  func texts(where isMeant: (Int) -> Bool) -> Set<String> {
    var found: Set<Int32> = []
    for sample in samples.indices where isMeant(sample) { found.insert(samples[sample]) }
    return Set(found.map { texts[Int($0)] })
  }

  /// Whether all texts are whole numbers.
  var isNumbered: Bool { texts.allSatisfy { Self.whole($0) != nil } }

  /// The whole number that a text is; nil if it is none.
  static func whole(_ text: String) -> Int? { Int(text) ?? Double(text).flatMap(Int.init(exactly:)) }

  /// The class of each sample, if these are the texts' classes.
  func classes(_ ofTexts: [Int]) -> [Int] { samples.map { ofTexts[Int($0)] } }
}
