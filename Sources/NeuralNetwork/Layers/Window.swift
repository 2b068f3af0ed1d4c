/// Square windows that move over an image.
struct Window: Sendable, Equatable {
  /// Rows and columns.
  var size: Int
  /// The distance from one window to the next.
  var stride = 1
  /// The distance from one row or column of a window to its next; 1 for windows without gaps.
  var dilation = 1
  var padding = Padding.valid

  /// What windows do at the image's edges.
  enum Padding: Sendable {
    /// They stay within the image; incomplete ones are left out.
    case valid
    /// They reach over its edges, so that the output has as many rows and columns as the input, divided by the stride and
    /// rounded up. What is missing is added on both sides, an odd row or column at the end, as TensorFlow does.
    case same
  }

  /// The rows or columns that a window spans.
  private var span: Int { (size - 1) * dilation + 1 }

  /// The number of windows along a side.
  private func count(along length: Int) -> Int {
    switch padding {
    case .valid: length < span ? 0 : (length - span) / stride + 1
    case .same: (length + stride - 1) / stride
    }
  }

  /// The rows or columns that are added before and behind a side.
  private func added(to length: Int) -> (low: Int, high: Int) {
    guard padding == .same else { return (0, 0) }
    let missing = max(0, (count(along: length) - 1) * stride + span - length)
    return (missing / 2, missing - missing / 2)
  }

  /// The rows and columns added on each side if windows move by one and have no gaps, and as many are added on all sides.
  var plainPadding: Int? {
    guard stride == 1, dilation == 1, padding == .valid || size % 2 == 1 else { return nil }
    return padding == .valid ? 0 : size / 2
  }

  /// The shape of an image with a value for each window.
  func output(of inputs: [Shape], channels: (Int) -> Int = { $0 }) throws(LayerError) -> Shape {
    guard inputs.count == 1, case .image(let height, let width, let depth) = inputs[0] else {
      throw .unfit(reason: "windows move over one image")
    }
    let (rows, columns) = (count(along: height), count(along: width))
    guard rows > 0, columns > 0 else { throw .imageTooSmall }
    return .image(height: rows, width: columns, channels: channels(depth))
  }

  /// The windows on an image of some rows and columns.
  func placed(on rows: Int, _ columns: Int) -> PlacedWindow {
    PlacedWindow(window: self, rows: added(to: rows), columns: added(to: columns))
  }
}

/// Windows on an image of a certain size.
struct PlacedWindow: Sendable {
  let window: Window
  /// Rows added above and below the image.
  let rows: (low: Int, high: Int)
  /// Columns added left and right of it.
  let columns: (low: Int, high: Int)
}
