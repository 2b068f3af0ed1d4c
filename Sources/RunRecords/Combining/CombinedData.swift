/// The data of several runs, which must be the same.
struct CombinedData {
  private(set) var dataset: RunRecord.Dataset
  private(set) var labels: [Int]?
  private(set) var sampleNames: [String]?
  private(set) var notes: [String] = []

  init(_ parts: [CombinedRun.Part]) throws(CombiningError) {
    dataset = parts[0].run.record.dataset
    for part in parts.dropFirst() { try Self.compare(part, with: parts[0]) }
    let datasets = parts.map(\.run.record.dataset)
    // What only some of the runs know; the samples held out may differ from recipe to recipe.
    if dataset.name == nil { dataset.name = datasets.lazy.compactMap(\.name).first }
    if dataset.classNames.isEmpty { dataset.classNames = datasets.lazy.map(\.classNames).first { !$0.isEmpty } ?? [] }
    dataset.trainingSamples = datasets.lazy.compactMap(\.trainingSamples).first
    dataset.testSamples = datasets.lazy.compactMap(\.testSamples).first
    dataset.checksum = datasets.lazy.compactMap(\.checksum).first
    let held = Set(datasets.compactMap(\.validationSamples))
    dataset.validationSamples = held.count == 1 ? held.first : nil
    labels = parts.lazy.compactMap(\.run.labels).first
    sampleNames = parts.lazy.compactMap(\.run.sampleNames).first
    let unchecked = parts.filter { $0.run.record.dataset.checksum == nil }.map(\.name)
    if parts.count > 1 && !unchecked.isEmpty {
      notes.append(
        "no checksum of the data in \(unchecked.prefix(5).joined(separator: ", "))\(unchecked.count > 5 ? ", …" : ""); only "
          + "what is known of them was compared")
    }
  }

  private static func compare(_ part: CombinedRun.Part, with first: CombinedRun.Part) throws(CombiningError) {
    guard let difference = difference(first.run, part.run) else { return }
    throw .otherData(what: difference.what, values: difference.values, parts: [first.name, part.name])
  }

  private static func difference(_ one: SavedRun, _ other: SavedRun) -> DataDifference? {
    let (dataset, otherDataset) = (one.record.dataset, other.record.dataset)
    func ofNumbers(_ what: String, _ one: Int?, _ other: Int?) -> DataDifference? {
      guard let one, let other, one != other else { return nil }
      return DataDifference("numbers of \(what)", ["\(one)", "\(other)"])
    }
    func ofNames() -> DataDifference? {
      guard dataset.checksum == nil || otherDataset.checksum == nil, let name = dataset.name,
        let otherName = otherDataset.name, name != otherName
      else { return nil }
      return DataDifference("datasets", [name, otherName])
    }
    return ofNumbers("training samples", dataset.trainingSamples, otherDataset.trainingSamples)
      ?? ofNumbers("test samples", dataset.testSamples, otherDataset.testSamples)
      ?? .ofClasses(dataset, otherDataset) ?? .ofChecksums(dataset, otherDataset) ?? ofNames()
      ?? ofNumbers("labels", one.labels?.count, other.labels?.count) ?? .ofLabels(one, other)
  }
}

extension RunRecord.Environment {
  /// What several machines have in common; nil if nothing is known.
  static func common(to environments: [RunRecord.Environment?]) -> RunRecord.Environment? {
    func shared<Value: Equatable>(_ value: (RunRecord.Environment) -> Value?) -> Value? {
      let values = environments.map { $0.flatMap(value) }
      return values.allSatisfy { $0 == values.first } ? values.first ?? nil : nil
    }
    let environment = RunRecord.Environment(
      system: shared { $0.system }, processor: shared { $0.processor }, computeLibrary: shared { $0.computeLibrary },
      instructionSet: shared { $0.instructionSet }, threads: shared { $0.threads })
    return environment == RunRecord.Environment() ? nil : environment
  }
}
