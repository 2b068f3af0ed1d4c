/// A sequential generator: xoshiro256** 1.0 of Blackman and Vigna ("Scrambled linear pseudorandom number generators",
/// 2021), its state seeded by SplitMix64 as its authors advise.
///
/// The same seed gives the same numbers on every machine and with every version of Swift.
///
///     var random = SeededRandom(seed: 42, purpose: .epochOrder, indices: [0])
///     let die = random.integer(below: 6) + 1
package struct SeededRandom: RandomNumberGenerator, Sendable, Equatable {
  @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts the sequence of `seed`.
  package init(seed: UInt64) {
    self.init(
      state: (
        SplitMix64.value(seed: seed, at: 0), SplitMix64.value(seed: seed, at: 1), SplitMix64.value(seed: seed, at: 2),
        SplitMix64.value(seed: seed, at: 3)
      ))
  }

  /// Starts the sequence of a stream.
  package init(_ stream: RandomStream) {
    self.init(seed: stream.key)
  }

  /// Starts the sequence of the stream that a run's seed, a purpose and indices such as an epoch name.
  package init(seed: UInt64, purpose: RandomPurpose, indices: [UInt64] = []) {
    self.init(RandomStream(seed: seed, purpose: purpose, indices: indices))
  }

  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    self.state = state
  }

  /// The next 64 bits.
  @inlinable package mutating func next() -> UInt64 {
    let result = Self.rotateLeft(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotateLeft(state.3, by: 45)
    return result
  }

  /// A number in [0, 1), a multiple of 2^-53, each as likely.
  @inlinable package mutating func double() -> Double {
    unitDouble(next())
  }

  /// A number in [0, 1), a multiple of 2^-24, each as likely.
  @inlinable package mutating func float() -> Float {
    unitFloat(next())
  }

  /// An integer in `0..<bound`, each as likely; `bound` is at least 1.
  ///
  /// Lemire, "Fast random integer generation in an interval" (2019). Written out here because the standard library
  /// does not promise its own method for ever, and a saved run's seed must keep its meaning.
  @inlinable package mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "an integer below \(bound) is asked for")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  @inlinable static func rotateLeft(_ bits: UInt64, by count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }

  /// Equal generators go on with the same numbers.
  package static func == (left: Self, right: Self) -> Bool {
    left.state == right.state
  }
}
