import FileFormats
import Plotting
import RunRecords

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FigureData {
  /// The text's keyword in a PNG.
  static let keyword = "training-report"
  /// Bytes of a text at most: what libpng lets other programs unpack.
  static let mostBytes = 8_000_000

  /// The data as a text to embed, JSON with sorted keys; nil where it is too large for one.
  public var embedded: PNGText? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let json = try? encoder.encode(self), json.count <= Self.mostBytes else { return nil }
    return PNGText(keyword: Self.keyword, text: String(decoding: json, as: UTF8.self))
  }

  /// Reads what a figure's PNG holds: which figure it is, and a run that is just enough to draw it.
  ///
  /// - Throws: where the bytes are no PNG, or a damaged one, it holds no data, or a newer program wrote it.
  public static func read(
    png bytes: [UInt8], file: String
  ) throws(FormatError) -> (figure: ReportFigure, run: SavedRun) {
    func error(_ place: FormatError.Place, _ problem: String, _ advice: String = "Draw it again from its run")
      -> FormatError
    {
      FormatError(.read, format: "PNG", file: file, at: place, problem: problem, advice: advice)
    }
    guard let text = try PNGTextChunk.read(keyword, from: bytes, file: file, limit: mostBytes) else {
      throw error(
        .wholeFile, "it does not hold the data it was drawn from",
        "Draw it again from its results folder, without --no-embed")
    }
    let json = Array(text.utf8)
    let advice = "The data in the figure is damaged: draw it again from its run"
    let version = try decodePythonsJSON(Version.self, from: json, file: file, advice: advice).schemaVersion
    guard (1...currentSchemaVersion).contains(version) else {
      throw error(
        .field("schema_version"), "it is \(version), and this program reads 1 to \(currentSchemaVersion)",
        "Use a newer training-report")
    }
    let data = try decodePythonsJSON(FigureData.self, from: json, file: file, advice: advice)
    guard let figure = ReportFigure(rawValue: data.figure) else {
      throw error(.field("figure"), "there is no figure \(data.figure)", "Use a newer training-report")
    }
    do throws(MissingData) {
      return (figure, try data.run(for: figure))
    } catch let problem {
      throw error(.wholeFile, "its data do not fit each other: \(problem.reason)")
    }
  }

  /// What every version of the form has.
  private struct Version: Decodable {
    var schemaVersion: Int

    enum CodingKeys: String, CodingKey {
      case schemaVersion = "schema_version"
    }
  }

  /// A run that gives the same figure: the samples that are shown come first, then the others that were counted.
  private func run(for figure: ReportFigure) throws(MissingData) -> SavedRun {
    let examples = examples ?? []
    var selection = FigureSelection()
    let shown = examples.indices.map { FigureSelection.Prediction(image: $0, index: $0) }
    switch figure {
    case .sampleDigits:
      selection.samples = examples.enumerated().map {
        FigureSelection.Sample(image: $0, index: $0, label: $1.label)
      }
    case .misclassifiedExamples: selection.misclassified = shown
    case .correctPredictions: selection.correct = shown
    case .trainingComparison, .confusionMatrix: break
    }
    var run = SavedRun(
      record: RunRecord(
        generator: "",
        dataset: RunRecord.Dataset(
          name: "", trainingSamples: trainingSamples, validationSamples: nil, testSamples: nil, classNames: classNames),
        models: models?.map { ModelRecord(name: $0.name, history: $0.history) } ?? [ModelRecord(name: featuredModel)],
        featuredModel: featuredModel, figures: selection))
    if let images { run.images = try images.stack(count: examples.count) }
    if let cells {
      let (labels, predictions) = try answers(cells, figure == .confusionMatrix ? [] : examples)
      run.labels = labels
      if let featured = run.record.featured { run.predictions[featured.folder] = predictions }
    }
    return run
  }

  /// As many labels and predictions as were counted, `examples` first.
  private func answers(_ cells: [Cell], _ examples: [Example]) throws(MissingData) -> (labels: [Int], Predictions) {
    var total = 0
    for cell in cells {
      guard cell.count > 0, cell.count <= Self.mostSamples - total else {
        throw MissingData("a count of \(cell.count) samples is not a possible one")
      }
      total += cell.count
      guard (0..<1000).contains(cell.label), (0..<1000).contains(cell.predicted) else {
        throw MissingData("class \(cell.label) taken for \(cell.predicted)")
      }
    }
    guard let classCount, (1...1000).contains(classCount), classNames.count <= 1000 else {
      throw MissingData("there are not 1 to 1000 classes")
    }
    var labels = examples.map(\.label)
    var classes = examples.map { $0.predicted ?? -1 }
    for cell in cells {
      let taken = examples.count { $0.label == cell.label && $0.predicted == cell.predicted }
      guard taken <= cell.count else { throw MissingData("more samples of a class are shown than counted") }
      labels += repeatElement(cell.label, count: cell.count - taken)
      classes += repeatElement(cell.predicted, count: cell.count - taken)
    }
    guard labels.count == total else { throw MissingData("samples are shown that were not counted") }
    let confidences = examples.compactMap(\.confidence)
    guard confidences.isEmpty || confidences.count == examples.count else {
      throw MissingData("the confidence of some samples is missing")
    }
    return (labels, Predictions(classes: classes, classCount: classCount, confidences: confidences))
  }
}

extension FigureData.Images {
  fileprivate func stack(count: Int) throws(MissingData) -> ImageStack {
    let (size, overflow) = height.multipliedReportingOverflow(by: width)
    guard height > 0, width > 0, !overflow, count > 0, pixels.count.isMultiple(of: count), pixels.count / count == size
    else { throw MissingData("\(pixels.count) pixels are not \(count) images of \(width) x \(height)") }
    return ImageStack(count: count, height: height, width: width, pixels: [UInt8](pixels))
  }
}
