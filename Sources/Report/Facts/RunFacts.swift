import Figures
import Metrics
import RunRecords

/// All that is derived from a run, computed once and handed to everything that shows it.
package struct RunFacts: Sendable {
  /// The run.
  package let run: SavedRun
  /// How each model did on the test set, in the order of the run; nil for those of which it is not known.
  let scores: [ModelScores?]
  /// The featured model beside each of the others, as far as the predictions of both and the test labels are known.
  let comparisons: [ModelComparison]
  /// Each figure in the report's order, with what it shows or why the run does not give it.
  let figures: [(figure: FigureID, content: Result<FigureData, MissingData>)]

  /// Derives all of it.
  package init(of run: SavedRun) {
    self.run = run
    let evaluated = EvaluatedRun(run)
    scores = run.models.map { model in
      let isFeatured = model.record.name == run.record.featuredModel
      return run.scores(of: model, isFeatured ? try? evaluated.matrix.get() : run.matrix(of: model))
    }
    comparisons = run.comparisons
    figures = FigureCatalogue.all.map { figure in
      (figure.id, Result { () throws(MissingData) in try FigureData(figure, of: evaluated) })
    }
  }

  /// What is said of the run as a whole.
  var record: RunRecord { run.record }

  /// What is said of each model.
  var models: [ModelRecord] { run.models.map(\.record) }

  /// The featured model's scores.
  var featuredScores: ModelScores? { scores.first { $0?.model == record.featuredModel } ?? nil }

  /// What a figure shows; nil if the run does not give it.
  func content(of figure: FigureID) -> FigureData? {
    try? figures.first { $0.figure == figure }?.content.get()
  }
}
