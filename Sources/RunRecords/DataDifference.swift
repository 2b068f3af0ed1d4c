/// What differs between the data of two runs: a noun phrase, and its value for each.
package struct DataDifference: Sendable, Equatable {
  /// What differs, such as `numbers of classes`.
  package var what: String
  /// The first run's value and the second's, as texts.
  package var values: [String]

  /// Takes both.
  package init(_ what: String, _ values: [String]) {
    (self.what, self.values) = (what, values)
  }

  /// The first difference between the numbers or names of classes, as far as both runs know them.
  package static func ofClasses(_ one: RunRecord.Dataset, _ other: RunRecord.Dataset) -> DataDifference? {
    let names = [one.classNames, other.classNames]
    if names.contains(where: \.isEmpty) { return nil }
    if names[0].count != names[1].count { return DataDifference("numbers of classes", names.map { "\($0.count)" }) }
    return names[0].indices.first { names[0][$0] != names[1][$0] }.map { place in
      DataDifference("names of class \(place)", names.map { $0[place] })
    }
  }

  /// The first difference between the test labels, of which there are as many in both runs, as far as both know them.
  package static func ofLabels(_ one: SavedRun, _ other: SavedRun) -> DataDifference? {
    guard let labels = one.labels, let others = other.labels else { return nil }
    return zip(labels, others).enumerated().first { $0.element.0 != $0.element.1 }.map { sample, labels in
      DataDifference("labels of test sample \(sample)", ["\(labels.0)", "\(labels.1)"])
    }
  }

  /// The checksums if they differ, as far as both runs know them.
  package static func ofChecksums(_ one: RunRecord.Dataset, _ other: RunRecord.Dataset) -> DataDifference? {
    guard let checksum = one.checksum, let otherChecksum = other.checksum, checksum != otherChecksum else { return nil }
    return DataDifference(
      "data",
      [(one, checksum), (other, otherChecksum)].map { dataset, checksum in
        "\(dataset.name ?? "unnamed") with CRC-32 \(String(checksum, radix: 16))"
      })
  }
}
