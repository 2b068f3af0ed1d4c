/// Multiplies each channel of an image by a number of its own: the first input's channels by the second one's values.
///
/// With the second input made from the first by global pooling and dense layers this is squeeze and excitation (Hu et al.,
/// 2018).
struct ChannelScale: Layer {
  static let kind = "scale"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    guard inputs.count == 2, case .image(_, _, let channels) = inputs[0], inputs[1] == .vector(channels) else {
      throw .unfit(reason: "scaling takes an image and a vector with a value for each of its channels, not \(inputs)")
    }
    return inputs[0]
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ChannelScaleOperator(at: site)
  }
}
