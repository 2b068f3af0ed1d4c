/// What a reader asks of figures beside their look. What is not asked for is up to the style.
package struct FigureOptions: Sendable, Equatable {
  /// What the percentages in a confusion matrix are shares of.
  package var normalization = Normalization.none
  /// Whether losses have a logarithmic axis; nil for what the style chooses.
  package var hasLogLoss: Bool?
  /// The number of neighbouring values of which each point of a curve is the mean; 1 for the values themselves.
  package var smoothing = 1
  /// Whether the best validation values are marked; nil for what the style does.
  package var marksBest: Bool?

  /// Creates the options that hold if nothing is asked for.
  package init() {}
}
