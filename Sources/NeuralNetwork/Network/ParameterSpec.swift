/// An array that a layer owns, as users see it: named and shaped as in Keras.
struct ParameterSpec: Sendable {
  /// The part of the name that follows the layer's: `kernel`, `bias`, `moving_mean` and so on.
  let part: String
  /// Such as [3, 3, 32, 64] for a convolution's kernel: height, width, inputs, outputs.
  let shape: [Int]
  let order: Order
  let initializer: Initializer
  /// False for what the optimizer leaves alone: moving statistics.
  let isTrained: Bool

  /// How the values stand in oneDNN's logical order.
  enum Order: Sendable {
    /// As in Keras.
    case same
    /// A kernel's outputs first: [groups,] outputs, inputs, height, width, where Keras has height, width, inputs, [groups,]
    /// outputs.
    case kernel
  }

  var count: Int { shape.reduce(1, *) }

  static func kernel(_ shape: [Int], fanIn: Int, fanOut: Int) -> ParameterSpec {
    ParameterSpec(
      part: "kernel", shape: shape, order: .kernel, initializer: .glorotUniform(fanIn: fanIn, fanOut: fanOut),
      isTrained: true)
  }

  static func vector(_ part: String, _ count: Int, _ initializer: Initializer, isTrained: Bool = true) -> ParameterSpec
  {
    ParameterSpec(part: part, shape: [count], order: .same, initializer: initializer, isTrained: isTrained)
  }
}
