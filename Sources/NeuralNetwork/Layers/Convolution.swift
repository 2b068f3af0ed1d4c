/// A convolution with square kernels, no padding and stride 1.
struct Convolution: Layer {
  static let kind = "conv"

  var filters: Int
  var kernel: Int

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    guard inputs.count == 1, case .image(let height, let width, _) = inputs[0] else {
      throw .unfit(reason: "a convolution reads one image")
    }
    guard height >= kernel, width >= kernel else { throw .imageTooSmall }
    return .image(height: height - kernel + 1, width: width - kernel + 1, channels: filters)
  }

  func parameters(for inputs: [Shape]) -> [ParameterSpec] {
    let (area, channels) = (kernel * kernel, inputs[0].channels)
    return [
      .kernel([kernel, kernel, channels, filters], fanIn: area * channels, fanOut: area * filters),
      .vector("bias", filters, .zeros),
    ]
  }

  func work(for inputs: [Shape]) -> Arithmetic {
    let places = ((try? output(of: inputs)) ?? inputs[0]).pixels
    return .product(multiplications: kernel * kernel * inputs[0].channels * filters * places)
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ProductOperator(self, at: site)
  }
}
