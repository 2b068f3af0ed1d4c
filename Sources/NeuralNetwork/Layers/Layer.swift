/// A kind of layer with its settings: a value that knows what it makes of its inputs, what it has to learn, what it costs
/// and how it is computed.
protocol Layer: Sendable, Equatable {
  /// What layers of this kind are called; the first of a network is `conv_1`.
  static var kind: String { get }
  /// The output's shape.
  func output(of inputs: [Shape]) throws(LayerError) -> Shape
  /// What the layer learns or keeps, in the order in which it is drawn and saved.
  func parameters(for inputs: [Shape]) -> [ParameterSpec]
  /// The arithmetic that one sample takes at least.
  func work(for inputs: [Shape]) -> Arithmetic
  /// Makes the operations for a place in a plan.
  func compile(_ site: Site) throws(ComputeError) -> any Operator
}

extension Layer {
  func parameters(for inputs: [Shape]) -> [ParameterSpec] { [] }
  func work(for inputs: [Shape]) -> Arithmetic { Arithmetic() }
}

/// Floating-point operations of multiplications and their sums; all others are few beside them.
struct Arithmetic: Sendable {
  var forward = 0.0
  /// For the gradients of the parameters.
  var parameterGradients = 0.0
  /// For the gradients of the inputs.
  var inputGradients = 0.0

  /// A product with a kernel takes the same three times.
  static func product(multiplications: Int) -> Arithmetic {
    let flops = 2 * Double(multiplications)
    return Arithmetic(forward: flops, parameterGradients: flops, inputGradients: flops)
  }
}
