/// Maxima over square windows.
struct MaxPooling: Layer {
  static let kind = "pool"

  var window: Window

  /// - Parameter stride: the distance between windows; as large as they are if it is not given.
  init(size: Int, stride: Int? = nil, padding: Window.Padding = .valid) {
    window = Window(size: size, stride: stride ?? size, padding: padding)
  }

  func output(of inputs: [Shape]) throws(LayerError) -> Shape { try window.output(of: inputs) }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try PoolingOperator(.maximum, of: window, at: site)
  }
}
