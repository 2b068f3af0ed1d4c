/// The sum of tensors. Backward, every input's gradient is the output's.
final class AddOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let terms: [Term]
  private let sum: Sum

  private final class Term {
    /// In the first term's layout.
    let view: TensorView
    let copyGradient: Operation?

    init(_ input: Source, like first: Tensor, outputGradient: Tensor?) throws(ComputeError) {
      view = try TensorView(reading: input.tensor, like: first)
      if let outputGradient, let gradient = input.gradient {
        copyGradient = try .copy(from: outputGradient, to: gradient)
      } else {
        copyGradient = nil
      }
    }
  }

  init(at site: Site) throws(ComputeError) {
    let first = site.input.tensor
    output = try first.similar()
    outputGradient = site.needsGradient ? try output.similar() : nil
    var terms: [Term] = []
    for input in site.inputs { terms.append(try Term(input, like: first, outputGradient: outputGradient)) }
    self.terms = terms
    sum = Sum(of: terms.map { $0.view.tensor }, into: output)
  }

  func forward() throws(ComputeError) {
    for term in terms { try term.view.update() }
    sum.run()
  }

  func backward() throws(ComputeError) {
    for term in terms { try term.copyGradient.run() }
  }
}
