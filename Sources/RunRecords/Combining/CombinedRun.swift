/// Runs of other seeds or models, made into one as if a single training run had made it.
package struct CombinedRun {
  /// A run with its weights, and its name in messages, such as its folder.
  package struct Part {
    /// The name in messages.
    package var name: String
    /// The run.
    package var run: SavedRun

    /// Takes both.
    package init(name: String, run: SavedRun) {
      (self.name, self.run) = (name, run)
    }
  }

  /// The run; figures' images are those of a part, if one has those of the featured model.
  package private(set) var run: SavedRun
  /// What people should know: what could not be compared, and what is missing from some parts. Clauses.
  package private(set) var notes: [String] = []

  /// Combines runs.
  ///
  /// Trainings by one recipe but for the seed are one model, in the order of their seeds; models are in the order in which they
  /// first come. A model that answers for all others does so for all models now.
  ///
  /// - Parameters:
  ///   - parts: at least one.
  ///   - featured: the name of the model that figures 03 and up show; nil for the last.
  ///   - ensemble: whether one more model answers for all, even if no part has one.
  /// - Throws: ``CombiningError`` if data differ, a training is in two parts, or models of one name differ in more than seeds.
  package init(_ parts: [Part], generator: String, featured: String? = nil, ensemble: Bool = false) throws {
    if parts.isEmpty { throw CombiningError.nothing }
    let data = try CombinedData(parts)
    var models = try CombinedModels(parts).models
    let isEnsemble = { (model: SavedModel) in model.record.isEnsembleOfModels }
    if ensemble || parts.contains(where: { $0.run.models.contains(where: isEnsemble) }) {
      models += try Self.ensemble(of: models, in: parts, labels: data.labels)
    }
    let featured = featured ?? models.last?.record.name ?? ""
    guard models.contains(where: { $0.record.name == featured }) else {
      throw CombiningError.notFeatured(featured, models: models.map(\.record.name))
    }
    run = SavedRun(
      record: RunRecord(
        generator: generator, dataset: data.dataset, environment: .common(to: parts.map(\.run.record.environment)),
        featuredModel: featured),
      labels: data.labels, sampleNames: data.sampleNames, models: models)
    notes = data.notes + Self.missing(in: run)
    takeImages(of: parts.map(\.run))
  }

  private static func ensemble(
    of models: [SavedModel], in parts: [Part], labels: [Int]?
  ) throws(CombiningError) -> [SavedModel] {
    let name =
      parts.lazy.flatMap(\.run.models).first { $0.record.isEnsembleOfModels }?.record.name ?? SavedModel.ensembleName
    if models.contains(where: { $0.record.name == name }) { throw .ensembleName(name) }
    guard var ensemble = SavedModel(name: name, ensembleOf: models), let answers = ensemble.predictions else {
      throw .noEnsemble
    }
    if let labels { ensemble.record.test = ModelRecord.Evaluation(of: answers, labels: labels.map { Int32($0) }) }
    return [ensemble]
  }

  /// What some trainings have and others lack.
  private static func missing(in run: SavedRun) -> [String] {
    let trainings = run.models.filter { !$0.record.isEnsembleOfModels }.flatMap(\.trainings)
    let parts: [(name: String, verb: String, has: (SavedModel) -> Bool)] = [
      ("the history", "is", { $0.record.history != nil }), ("the predictions", "are", { $0.predictions != nil }),
      ("the weights", "are", { $0.weights != nil }), ("the test result", "is", { $0.record.test != nil }),
    ]
    return parts.compactMap { name, verb, has in
      let without = trainings.filter { !has($0.model) }
      if without.isEmpty || without.count == trainings.count { return nil }
      let named = without.prefix(5).map(\.name).joined(separator: ", ")
      return "\(name) of \(named)\(without.count > 5 ? " and \(without.count - 5) more" : "") \(verb) not known"
    }
  }

  /// Takes the images of the part whose mistakes are those of the featured model; otherwise only training samples.
  private mutating func takeImages(of runs: [SavedRun]) {
    let answers = run.featuredPredictions
    let match = runs.first { $0.images != nil && answers != nil && $0.featuredPredictions == answers }
    if let match {
      (run.images, run.record.figures) = (match.images, match.record.figures)
    } else if let source = runs.first(where: { $0.images != nil }) {
      run.images = source.images
      run.record.figures = FigureSelection(
        samplesChosen: source.record.figures.samplesChosen, samples: source.record.figures.samples)
    }
  }

  /// Whether the images of the featured model's mistakes are known; true if it has none.
  package var hasImagesOfAnswers: Bool {
    run.featuredPredictions == nil || !run.record.figures.misclassified.isEmpty || !run.record.figures.correct.isEmpty
  }
}
