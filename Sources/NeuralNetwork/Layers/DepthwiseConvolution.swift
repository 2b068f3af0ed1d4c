/// A convolution of each channel on its own, with as many kernels a channel as `multiplier` says.
struct DepthwiseConvolution: Layer {
  static let kind = "depthwise"

  var window: Window
  /// The number of output channels of each input channel.
  var multiplier: Int
  var hasBias: Bool

  init(
    kernel: Int, stride: Int = 1, padding: Window.Padding = .valid, dilation: Int = 1, multiplier: Int = 1,
    bias: Bool = true
  ) {
    window = Window(size: kernel, stride: stride, dilation: dilation, padding: padding)
    self.multiplier = multiplier
    hasBias = bias
  }

  /// The same as a convolution with a group for each channel.
  private func grouped(channels: Int) -> Convolution {
    var convolution = Convolution(filters: channels * multiplier, kernel: window.size, groups: channels, bias: hasBias)
    convolution.window = window
    return convolution
  }

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    try window.output(of: inputs) { $0 * multiplier }
  }

  func parameters(for inputs: [Shape]) -> [ParameterSpec] {
    let (area, channels) = (window.size * window.size, inputs[0].channels)
    // Keras counts the fans as if the channels were connected.
    let kernel = ParameterSpec.kernel(
      [window.size, window.size, channels, multiplier], fanIn: area * channels, fanOut: area * multiplier)
    return hasBias ? [kernel, .vector("bias", channels * multiplier, .zeros)] : [kernel]
  }

  func work(for inputs: [Shape]) -> Arithmetic {
    grouped(channels: inputs[0].channels).work(for: inputs)
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ProductOperator(grouped(channels: site.input.tensor.shape[1]), at: site)
  }
}
