import CKernels
import Testing

/// Adam against its formula in double precision, element by element.
@Suite struct AdamTests {
  /// Counts on both sides of what is split over threads, and none that is a multiple of a vector.
  @Test(arguments: [1, 13, 20_001]) func stepsFollowTheFormula(count: Int) {
    let gradients = (0..<count).map { Float($0 % 7) * 0.25 - 0.5 }
    var weights = (0..<count).map { Float($0 % 5) * 0.125 }
    var (first, second) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
    var expected = weights.map(Double.init)
    var (m, v) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    for step in 1...3 {
      let (decay1, decay2) = (0.9.power(step), 0.999.power(step))
      let rate = 1e-3 * (1 - decay2).squareRoot() / (1 - decay1)
      ck_adam(Int64(count), Float(rate), 0.1, 0.001, 1e-7, 1, gradients, &weights, &first, &second)
      for place in 0..<count {
        let gradient = Double(gradients[place])
        m[place] += (gradient - m[place]) * 0.1
        v[place] += (gradient * gradient - v[place]) * 0.001
        expected[place] -= m[place] * rate / (v[place].squareRoot() + 1e-7)
      }
    }
    // Three steps of 1e-3 against the gradient's sign, whatever its size.
    #expect(zip(weights, expected).allSatisfy { abs(Double($0) - $1) < 1e-6 })
    #expect(count < 13 || abs(weights[3] - (0.375 - 0.003)) < 1e-5)
  }
}

extension Double {
  fileprivate func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * self } }
}
