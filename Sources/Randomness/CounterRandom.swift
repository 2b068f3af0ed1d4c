/// A generator without a state: the number at a position is a pure function of the stream and the position.
///
/// Dropout asks for the number of an element by the element's place in the batch, so a mask is the same with one
/// thread and with many. The numbers are SplitMix64's.
package struct CounterRandom: Sendable, Equatable {
  @usableFromInline let stream: RandomStream

  /// What SplitMix64 is started with: its value at a position is this generator's.
  package var seed: UInt64 { stream.key }

  /// The numbers of a stream.
  package init(_ stream: RandomStream) {
    self.stream = stream
  }

  /// The numbers of the stream that a run's seed, a purpose and indices such as an epoch name.
  package init(seed: UInt64, purpose: RandomPurpose, indices: [UInt64] = []) {
    self.init(RandomStream(seed: seed, purpose: purpose, indices: indices))
  }

  /// 64 bits at `position`.
  @inlinable package func bits(at position: UInt64) -> UInt64 {
    SplitMix64.value(seed: stream.key, at: position)
  }

  /// A number in [0, 1) at `position`, a multiple of 2^-24, each as likely.
  @inlinable package func float(at position: UInt64) -> Float {
    unitFloat(bits(at: position))
  }

  /// A number in [0, 1) at `position`, a multiple of 2^-53, each as likely.
  @inlinable package func double(at position: UInt64) -> Double {
    unitDouble(bits(at: position))
  }
}
