/// The 53 highest of 64 random bits as a number in [0, 1).
@inlinable func unitDouble(_ bits: UInt64) -> Double {
  Double(bits >> 11) * 0x1p-53
}

/// The 24 highest of 64 random bits as a number in [0, 1).
@inlinable func unitFloat(_ bits: UInt64) -> Float {
  Float(bits >> 40) * 0x1p-24
}
