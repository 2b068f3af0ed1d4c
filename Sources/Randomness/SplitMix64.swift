/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014), in the form of
/// Vigna's splitmix64.c.
///
/// Its n-th value is a pure function of the seed and n. So it seeds the sequential generator and makes the
/// counter-based one.
@usableFromInline enum SplitMix64 {
  /// What the state grows by from one value to the next: 2^64 divided by the golden ratio, made odd.
  @usableFromInline static let increment: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Turns a state into a value; a bijection of 64 bits.
  @inlinable static func mix(_ state: UInt64) -> UInt64 {
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// The value at `position` (0 is the first) of the sequence that `seed` starts.
  @inlinable static func value(seed: UInt64, at position: UInt64) -> UInt64 {
    mix(seed &+ increment &* (position &+ 1))
  }
}
