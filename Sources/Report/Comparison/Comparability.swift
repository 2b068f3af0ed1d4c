import RunRecords

/// Refuses two runs that were not tested on the same samples of the same classes, as far as both say so.
func checkComparable(_ base: ComparedRun, _ head: ComparedRun) throws(ComparisonError) {
  let (left, right) = (base.run.record.dataset, head.run.record.dataset)
  func refuse(_ what: String, _ values: [String]) -> ComparisonError {
    .otherData(what: what, values: values, runs: [base.name, head.name])
  }
  if !left.classNames.isEmpty, !right.classNames.isEmpty {
    if left.classNames.count != right.classNames.count {
      throw refuse("numbers of classes", [left.classNames, right.classNames].map { "\($0.count)" })
    }
    for (place, names) in zip(left.classNames, right.classNames).enumerated() where names.0 != names.1 {
      throw refuse("names of class \(place)", [names.0, names.1])
    }
  }
  let (one, other) = (base.run.testSamples, head.run.testSamples)
  if let one, let other, one != other { throw refuse("numbers of test samples", ["\(one)", "\(other)"]) }
  if let one = base.run.labels, let other = head.run.labels,
    let sample = one.indices.first(where: { one[$0] != other[$0] })
  {
    throw refuse("labels of test sample \(sample)", ["\(one[sample])", "\(other[sample])"])
  }
  if let one = base.run.sampleNames, let other = head.run.sampleNames,
    let sample = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset
  {
    throw refuse("names of test sample \(sample)", [one[sample], other[sample]])
  }
  if let one = left.checksum, let other = right.checksum {
    if one != other { throw refuse("data", [left, right].map { "\($0.name ?? "unnamed") with CRC-32 \(hex($0))" }) }
  } else if base.run.labels == nil || head.run.labels == nil, let one = left.name, let other = right.name, one != other
  {
    throw refuse("datasets", [one, other])
  }
}

private func hex(_ dataset: RunRecord.Dataset) -> String { String(dataset.checksum ?? 0, radix: 16) }

extension SavedRun {
  /// The number of test samples, as far as anything tells.
  fileprivate var testSamples: Int? { labels?.count ?? record.dataset.testSamples }
}
