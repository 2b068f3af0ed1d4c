/// Second labels of samples that are mixtures of two, as mixup makes them.
package struct MixedLabels: Sendable, Equatable {
  /// The class of what each sample is mixed with.
  package var labels: [Int32]
  /// How much of each sample is of that class, 0 to one half: the sample's own label has the rest.
  package var shares: [Float]

  /// Takes as many shares as labels.
  package init(labels: [Int32], shares: [Float]) {
    precondition(labels.count == shares.count, "each second label has its share")
    self.labels = labels
    self.shares = shares
  }
}
