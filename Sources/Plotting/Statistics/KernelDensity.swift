import Glibc

/// The density of numbers as SciPy's `gaussian_kde` estimates it: the mean of normal distributions around each, as wide as Scott's
/// rule has it.
struct KernelDensity: Sendable, Equatable {
  private let values: [Double]
  /// The standard deviation of each distribution.
  let bandwidth: Double

  /// nil for fewer than two numbers, and for numbers that are all the same: these have no width.
  init?(_ values: [Double]) {
    let count = Double(values.count)
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0) { $0 + $1 / count }
    // Of values in units of the largest distance, so that no square overflows.
    guard let reach = values.map({ abs($0 - mean) }).max(), reach > 0, reach.isFinite else { return nil }
    let variance = values.reduce(0) { $0 + ($1 - mean) / reach * (($1 - mean) / reach) } / (count - 1)
    let bandwidth = variance.squareRoot() * reach * pow(count, -0.2)
    guard bandwidth > 0, bandwidth >= 1e-14 * abs(mean), bandwidth.isFinite else { return nil }
    self.values = values
    self.bandwidth = bandwidth
  }

  /// The density at `place`.
  func density(at place: Double) -> Double {
    let sum = values.reduce(0) { sum, value in
      let distance = (place - value) / bandwidth
      return sum + exp(-0.5 * distance * distance)
    }
    return sum / (Double(values.count) * bandwidth * (2 * Double.pi).squareRoot())
  }
}
