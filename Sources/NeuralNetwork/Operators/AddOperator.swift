import CKernels

/// The sum of tensors, with or without ReLU behind. Backward, every input's gradient is the output's, as it is before the
/// ReLU.
final class AddOperator: Operator {
  let output: Tensor
  /// The first gradient of an input that has the output's layout, if there is one: it is written where it is needed.
  let outputGradient: Tensor?
  private let terms: [Term]
  private let sum: Sum
  private let hasReLU: Bool
  /// Other inputs' gradients in the output's layout.
  private let gradients: [Tensor]
  private let pointers: [UnsafeMutablePointer<Float>?]

  private final class Term {
    /// In the first term's layout.
    let view: TensorView
    /// Carries the output's gradient to the input's, which is in another layout.
    let reorder: Operation?

    init(_ input: Source, like first: Tensor, outputGradient: Tensor?) throws(ComputeError) {
      view = try TensorView(reading: input.tensor, like: first)
      if let outputGradient, let gradient = input.gradient, gradient.layout != first.layout {
        reorder = try .copy(from: outputGradient, to: gradient)
      } else {
        reorder = nil
      }
    }
  }

  init(relu: Bool = false, at site: Site) throws(ComputeError) {
    let first = site.input.tensor
    output = try first.similar()
    hasReLU = relu
    let alike = site.inputs.compactMap(\.gradient).filter { $0.layout == first.layout }
    if let gradient = alike.first {
      outputGradient = gradient
    } else {
      outputGradient = site.needsGradient ? try output.similar() : nil
    }
    gradients = Array(alike.dropFirst())
    pointers = gradients.map { $0.values.baseAddress }
    var terms: [Term] = []
    for input in site.inputs { terms.append(try Term(input, like: first, outputGradient: outputGradient)) }
    self.terms = terms
    sum = Sum(of: terms.map { $0.view.tensor }, into: output, relu: relu)
  }

  func forward() throws(ComputeError) {
    for term in terms { try term.view.update() }
    sum.run()
  }

  func backward() throws(ComputeError) {
    guard let outputGradient else { return }
    ck_add_gradient(
      Int64(output.values.count), hasReLU ? output.values.baseAddress : nil, outputGradient.values.baseAddress,
      Int64(pointers.count), pointers)
    for term in terms { try term.reorder.run() }
  }
}
