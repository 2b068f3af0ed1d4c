/// Dropout while training: a value is set to 0 with probability `rate`, else divided by 1 - `rate` (Srivastava et al.,
/// 2014; "inverted", as Keras has it).
struct Dropout: Layer {
  static let kind = "dropout"

  var rate: Float
  /// The stream of random numbers that the layer draws from: another one for each dropout of a network.
  var stream: Int

  func output(of inputs: [Shape]) throws(LayerError) -> Shape { try inputs.single(for: "dropout") }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    guard site.drops else { return Forwarding(site.input) }
    return try DropoutOperator(self, at: site)
  }
}
