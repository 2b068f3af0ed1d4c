/// Images that a figure shows, for a run to keep: of some samples, the first ones or as many as there are.
package struct ImageRequest: Sendable, Equatable {
  /// The samples among which images are taken.
  package enum Samples: Sendable {
    /// Those of the training set.
    case training
    /// Test samples that the featured model got wrong.
    case misclassified
    /// Test samples that the featured model got right.
    case correct
  }

  /// The samples.
  package var samples: Samples
  /// The most images that the figure shows.
  package var count: Int
}
