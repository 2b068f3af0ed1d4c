import RunRecords

/// Refuses two runs that were not tested on the same samples of the same classes, as far as both say so.
func checkComparable(_ base: ComparedRun, _ head: ComparedRun) throws(ComparisonError) {
  guard let difference = difference(base.run, head.run) else { return }
  throw .otherData(what: difference.what, values: difference.values, runs: [base.name, head.name])
}

private func difference(_ one: SavedRun, _ other: SavedRun) -> DataDifference? {
  let (dataset, otherDataset) = (one.record.dataset, other.record.dataset)
  if let difference = DataDifference.ofClasses(dataset, otherDataset) { return difference }
  if let count = one.testSamples, let otherCount = other.testSamples, count != otherCount {
    return DataDifference("numbers of test samples", ["\(count)", "\(otherCount)"])
  }
  if let difference = DataDifference.ofLabels(one, other) { return difference }
  if let names = one.sampleNames, let others = other.sampleNames,
    let sample = zip(names, others).enumerated().first(where: { $1.0 != $1.1 })?.offset
  {
    return DataDifference("names of test sample \(sample)", [names[sample], others[sample]])
  }
  if let difference = DataDifference.ofChecksums(dataset, otherDataset) { return difference }
  // A name says less than a checksum or labels.
  guard dataset.checksum == nil || otherDataset.checksum == nil, one.labels == nil || other.labels == nil,
    let name = dataset.name, let otherName = otherDataset.name, name != otherName
  else { return nil }
  return DataDifference("datasets", [name, otherName])
}

extension SavedRun {
  /// The number of test samples, as far as anything tells.
  fileprivate var testSamples: Int? { labels?.count ?? record.dataset.testSamples }
}
