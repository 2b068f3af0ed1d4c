/// A convolution with square kernels.
struct Convolution: Layer {
  static let kind = "conv"

  /// The number of kernels, and so of output channels.
  var filters: Int
  var window: Window
  /// The number of parts that input and output channels are divided into, each connected with its like alone.
  var groups: Int
  var hasBias: Bool

  init(
    filters: Int, kernel: Int, stride: Int = 1, padding: Window.Padding = .valid, dilation: Int = 1, groups: Int = 1,
    bias: Bool = true
  ) {
    self.filters = filters
    window = Window(size: kernel, stride: stride, dilation: dilation, padding: padding)
    self.groups = groups
    hasBias = bias
  }

  /// Whether it is a 3 x 3 convolution without padding, as some kernels of our own need it.
  var isPlain3x3: Bool { window == Window(size: 3) && groups == 1 && hasBias }

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    let output = try window.output(of: inputs) { _ in filters }
    guard filters.isMultiple(of: groups), inputs[0].channels.isMultiple(of: groups) else {
      throw .unfit(reason: "\(inputs[0].channels) and \(filters) channels cannot be divided into \(groups) groups")
    }
    return output
  }

  func parameters(for inputs: [Shape]) -> [ParameterSpec] {
    let (area, channels) = (window.size * window.size, inputs[0].channels / groups)
    let kernel = ParameterSpec.kernel(
      [window.size, window.size, channels, filters], fanIn: area * channels, fanOut: area * filters)
    return hasBias ? [kernel, .vector("bias", filters, .zeros)] : [kernel]
  }

  func work(for inputs: [Shape]) -> Arithmetic {
    let places = ((try? output(of: inputs)) ?? inputs[0]).pixels
    return .product(multiplications: window.size * window.size * inputs[0].channels / groups * filters * places)
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ProductOperator(self, at: site)
  }
}
