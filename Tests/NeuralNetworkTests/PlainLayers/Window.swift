@testable import NeuralNetwork

extension Window {
  /// The places of the window in a row and column of the output that are within the image: in the window, and on the image.
  ///
  /// "Same" padding is TensorFlow's: of what is missing for ceil(length / stride) windows, half is in front, rounded down.
  func forEachPlace(
    of row: Int, _ column: Int, on image: Activations, _ body: (_ v: Int, _ u: Int, _ row: Int, _ column: Int) -> Void
  ) {
    func first(_ length: Int) -> Int {
      guard padding == .same else { return 0 }
      let windows = (length + stride - 1) / stride
      return -max(0, (windows - 1) * stride + (size - 1) * dilation + 1 - length) / 2
    }
    for v in 0..<size {
      for u in 0..<size {
        let y = first(image.height) + row * stride + v * dilation
        let x = first(image.width) + column * stride + u * dilation
        if (0..<image.height).contains(y), (0..<image.width).contains(x) { body(v, u, y, x) }
      }
    }
  }
}
