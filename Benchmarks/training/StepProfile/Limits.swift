import MachineLimits

/// What one thread of this machine reaches, the best of several tries.
struct Limits {
  /// Floating-point operations a second, in thousand millions.
  let gigaflops: Double
  /// Bytes read a second from memory that no cache holds, in thousand millions.
  let readGigabytes: Double
  /// The same for writing.
  let writtenGigabytes: Double

  static func measured() -> Limits {
    var result: Float = 1e-3
    let gigaflops = best {
      Double(limits_multiply_add(2_000_000, &result))
    }
    var memory = [Float](repeating: 1, count: 1 << 26)
    let bytes = Double(memory.count * 4)
    var sum: Float = 0
    let read = best {
      sum += limits_read(memory, Int64(memory.count))
      return bytes
    }
    let written = best {
      limits_write(&memory, Int64(memory.count), sum)
      return bytes
    }
    return Limits(gigaflops: gigaflops, readGigabytes: read, writtenGigabytes: written)
  }

  /// The most work a second of five tries, in thousand millions.
  private static func best(_ work: () -> Double) -> Double {
    let clock = ContinuousClock()
    return (0..<5).map { _ in
      let start = clock.now
      let amount = work()
      return amount / ((clock.now - start) / .seconds(1)) / 1e9
    }.max() ?? 0
  }
}
