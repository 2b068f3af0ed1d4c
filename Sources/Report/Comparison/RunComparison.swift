import RunRecords

/// Two runs side by side: whether the head is better than the base.
package struct RunComparison: Sendable {
  /// What the run is called that the other is held against.
  let base: String
  /// What the run is called that is judged.
  let head: String
  /// The models that are in both, in the base's order or as they were paired.
  let models: [ModelChange]
  /// Models of the base that are compared with none, by name.
  let onlyInBase: [String]
  /// Models of the head that are compared with none, by name.
  let onlyInHead: [String]
  /// What the test samples are called; nil if they have no names.
  let sampleNames: [String]?
  /// The names of all classes.
  let classNames: [String]

  /// Compares two runs.
  ///
  /// - Parameter pairs: the names of the models to be compared, the base's first; if there are none, models of one name are.
  /// - Throws: if the runs were not tested on the same samples of the same classes, or have no such models.
  package init(
    _ base: ComparedRun, _ head: ComparedRun, pairs: [(base: String, head: String)] = []
  ) throws(ComparisonError) {
    try checkComparable(base, head)
    let pairs = try pairs.isEmpty ? Self.pairsOfOneName(base, head) : Self.checked(pairs, base, head)
    self.base = base.name
    self.head = head.name
    var models: [ModelChange] = []
    for pair in pairs {
      guard let one = base.model(pair.base) else {
        throw .noModel(pair.base, run: base.name, models: base.modelNames)
      }
      guard let other = head.model(pair.head) else {
        throw .noModel(pair.head, run: head.name, models: head.modelNames)
      }
      guard let change = ModelChange(one, of: base.run, other, of: head.run) else {
        throw .notTested([pair.base, pair.head], runs: [base.name, head.name])
      }
      models.append(change)
    }
    self.models = models
    onlyInBase = base.modelNames.filter { name in !pairs.contains { $0.base == name } }
    onlyInHead = head.modelNames.filter { name in !pairs.contains { $0.head == name } }
    sampleNames = base.run.sampleNames ?? head.run.sampleNames
    classNames = base.classNames.isEmpty ? head.classNames : base.classNames
  }

  private static func pairsOfOneName(
    _ base: ComparedRun, _ head: ComparedRun
  ) throws(ComparisonError) -> [(base: String, head: String)] {
    let names = base.modelNames.filter { head.model($0) != nil }
    guard !names.isEmpty else {
      throw .noCommonModel(runs: [base.name, head.name], models: [base.modelNames, head.modelNames])
    }
    return names.map { ($0, $0) }
  }

  private static func checked(
    _ pairs: [(base: String, head: String)], _ base: ComparedRun, _ head: ComparedRun
  ) throws(ComparisonError) -> [(base: String, head: String)] {
    for (run, names) in [(base, pairs.map(\.base)), (head, pairs.map(\.head))] {
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted { throw .pairedTwice(name, run: run.name) }
    }
    return pairs
  }

  /// The name of a class.
  func className(_ number: Int) -> String { classNames.indices.contains(number) ? classNames[number] : "\(number)" }
}
