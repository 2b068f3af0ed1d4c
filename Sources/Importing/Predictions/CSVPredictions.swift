import FileFormats

/// A table of predictions: for each test sample the predicted class, or a column of probabilities for each class, and the true
/// class and the sample's file if they are known. Classes are numbers or names. Other columns are ignored.
///
///     true,predicted        true,prob_0,prob_1      file,label,cat,dog
///     1,1                   1,0.2,0.8               a.png,dog,0.2,0.8
enum CSVPredictions: PredictionsFormat {
  static func recognizes(_ file: ModelFile) -> Bool {
    guard ["csv", "tsv", "txt"].contains(file.ending), ArrayRole(name: file.stem) != .matrix,
      let table = try? CSV.read(file.headLines, file: file.name)
    else {
      return false
    }
    let columns = PredictionColumns(table)
    return columns.count == nil && (columns.predicted != nil || columns.probabilities.count > 1)
  }

  static func read(_ file: ModelFile) throws -> PredictedSamples? {
    try read(file.contents(.csv), file: file.path.string)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: if it is no table, or a cell is not a class or a probability.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> PredictedSamples {
    try samples(of: SampleTable(try CSV.read(bytes, file: file), file: file))
  }

  /// The predictions in a table, with the true classes and the samples' names beside them.
  static func samples(of table: SampleTable) throws(FormatError) -> PredictedSamples {
    let file = table.file
    let columns = PredictionColumns(table.table)
    guard !table.isEmpty else { throw table.error("line 1", "no row follows it") }
    guard columns.probabilities.count > 1 || columns.predicted != nil else { throw table.noColumns }
    let predicted = columns.probabilities.count > 1 ? nil : columns.predicted
    let read = try table.classes([predicted, columns.label].compactMap { $0 }, known: columns.classNames)
    var samples: PredictedSamples
    if predicted != nil {
      samples = PredictedSamples(values: .classes(read.classes[0]), file: file, format: table.format)
    } else {
      if columns.isFromOne, read.classes.first?.contains(0) != false { throw table.noColumns }
      samples = try PredictedSamples(
        rows: try table.numbers(columns.probabilities), columns: columns.probabilities.count, file: file,
        format: table.format)
    }
    if columns.label != nil, let labels = read.classes.last {
      samples.truth = TrueClasses(
        labels: labels, names: read.names ?? columns.classNames,
        sampleNames: columns.sample.map { column in table.table.rows.map { $0.count > column ? $0[column] : "" } },
        file: file)
    }
    return samples
  }
}
