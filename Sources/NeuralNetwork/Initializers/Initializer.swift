import Randomness

/// How a parameter's values start. Keras' defaults: Glorot's uniform distribution for kernels, zeros for biases.
enum Initializer {
  case zeros
  case ones
  /// Uniform in ±sqrt(6 / (fan in + fan out)): Glorot and Bengio, "Understanding the difficulty of training deep
  /// feedforward neural networks" (2010). The fans of a convolution are its window's area times its channels.
  case glorotUniform(fanIn: Int, fanOut: Int)

  /// Values for a parameter, in Keras' order, so that they do not depend on how oneDNN orders its kernels.
  func values(count: Int, random: inout SeededRandom) -> [Float] {
    switch self {
    case .zeros: return [Float](repeating: 0, count: count)
    case .ones: return [Float](repeating: 1, count: count)
    case .glorotUniform(let fanIn, let fanOut):
      let limit = (6 / Double(fanIn + fanOut)).squareRoot()
      return (0..<count).map { _ in Float((2 * random.double() - 1) * limit) }
    }
  }
}
