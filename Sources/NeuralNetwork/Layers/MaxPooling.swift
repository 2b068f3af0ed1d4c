/// Maxima over square windows that do not overlap; incomplete windows are left out.
struct MaxPooling: Layer {
  static let kind = "pool"

  var size: Int

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    guard inputs.count == 1, case .image(let height, let width, let channels) = inputs[0] else {
      throw .unfit(reason: "pooling reads one image")
    }
    guard height >= size, width >= size else { throw .imageTooSmall }
    return .image(height: height / size, width: width / size, channels: channels)
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try MaxPoolingOperator(self, at: site)
  }
}
