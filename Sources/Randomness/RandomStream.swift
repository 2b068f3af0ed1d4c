/// What random numbers are used for. Streams of different purposes are independent of each other.
package enum RandomPurpose: UInt64, Sendable, CaseIterable {
  /// Initial weights; indices: the model, the parameter.
  case initialWeights = 1
  /// The order of the training samples; index: the epoch.
  case epochOrder = 2
  /// Dropout; indices: the model, the layer, the training step.
  case dropout = 3
  /// The choice of the samples that a figure shows.
  case figureSamples = 4
  /// Variations of the training images; indices: the epoch, the sample, the place of the augmentation in the recipe.
  case augmentation = 5
}

/// Names one independent stream of random numbers: a run's seed, a purpose and any indices, such as an epoch.
///
/// A stream depends on nothing else: not on what was drawn from other streams, nor on the number of threads. So a
/// resumed run draws what an uninterrupted one would have drawn.
package struct RandomStream: Sendable, Equatable {
  /// 64 bits that stand for the stream.
  @usableFromInline let key: UInt64

  /// The stream of `seed` for `purpose`; every sequence of indices names a stream of its own.
  package init(seed: UInt64, purpose: RandomPurpose, indices: [UInt64] = []) {
    var key = SplitMix64.mix(seed &+ SplitMix64.increment)
    for word in [purpose.rawValue] + indices {
      key = SplitMix64.mix((key ^ word) &+ SplitMix64.increment)
    }
    self.key = key
  }
}
