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
    let (own, other) = (part.run.record.dataset, first.run.record.dataset)
    func refuse(_ what: String, _ values: [String]) -> CombiningError {
      .otherData(what: what, values: values, parts: [first.name, part.name])
    }
    for (what, left, right) in [
      ("training samples", other.trainingSamples, own.trainingSamples),
      ("test samples", other.testSamples, own.testSamples),
    ] {
      if let left, let right, left != right { throw refuse("numbers of \(what)", ["\(left)", "\(right)"]) }
    }
    if !other.classNames.isEmpty && !own.classNames.isEmpty && other.classNames != own.classNames {
      guard other.classNames.count == own.classNames.count else {
        throw refuse("numbers of classes", ["\(other.classNames.count)", "\(own.classNames.count)"])
      }
      for (place, names) in zip(other.classNames, own.classNames).enumerated() where names.0 != names.1 {
        throw refuse("names of class \(place)", [names.0, names.1])
      }
    }
    if let left = other.checksum, let right = own.checksum {
      if left != right {
        throw refuse("data", [other, own].map { "\($0.name ?? "unnamed") with CRC-32 \(hex($0.checksum))" })
      }
    } else if let left = other.name, let right = own.name, left != right {
      throw refuse("datasets", [left, right])
    }
    if let left = first.run.labels, let right = part.run.labels, left != right {
      guard left.count == right.count, let sample = left.indices.first(where: { left[$0] != right[$0] }) else {
        throw refuse("numbers of labels", ["\(left.count)", "\(right.count)"])
      }
      throw refuse("labels of test sample \(sample)", ["\(left[sample])", "\(right[sample])"])
    }
  }

  private static func hex(_ checksum: UInt32?) -> String { String(checksum ?? 0, radix: 16) }
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
