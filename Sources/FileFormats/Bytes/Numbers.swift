/// The number of elements of an array of this shape: 1 for no dimensions; nil where one is negative or the product does
/// not fit.
func elementCount(of shape: [Int]) -> Int? {
  var count = 1
  var overflows = false
  var isEmpty = false
  for dimension in shape {
    if dimension < 0 { return nil }
    if dimension == 0 { isEmpty = true }
    let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
    overflows = overflows || overflow
    count = product
  }
  return isEmpty ? 0 : overflows ? nil : count
}

/// The numbers that bytes hold, one copy of the memory; `bytes` must hold a whole number of them.
func numbers<Number: BitwiseCopyable>(in bytes: UnsafeRawBufferPointer, as _: Number.Type) -> [Number] {
  let count = bytes.count / MemoryLayout<Number>.stride
  return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
    UnsafeMutableRawBufferPointer(buffer).copyMemory(
      from: UnsafeRawBufferPointer(rebasing: bytes.prefix(count * MemoryLayout<Number>.stride)))
    initialized = count
  }
}

extension [UInt8] {
  /// Appends the memory of numbers as it is; the platforms this is built for are little-endian.
  mutating func append<Number: BitwiseCopyable>(memoryOf numbers: [Number]) {
    numbers.withUnsafeBytes { append(contentsOf: $0) }
  }
}
