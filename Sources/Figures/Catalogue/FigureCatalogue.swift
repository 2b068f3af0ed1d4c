/// The figures that a report can have: options, pages and the reader of a PNG's data follow these lists.
package enum FigureCatalogue {
  /// The original project's five, in order: what is drawn if nothing else is asked for.
  package static let standard: [any FigureContent.Type] = [
    SampleDigitsFigure.self, TrainingComparisonFigure.self, ConfusionMatrixFigure.self, MisclassifiedFigure.self,
    CorrectPredictionsFigure.self,
  ]

  /// All of them, in order.
  package static let all: [any FigureContent.Type] =
    standard + [PerClassFigure.self, ConfidenceFigure.self, RankingFigure.self]

  /// The figure of a name; nil if there is none.
  package static func figure(_ id: FigureID) -> (any FigureContent.Type)? { all.first { $0.id == id } }
}
