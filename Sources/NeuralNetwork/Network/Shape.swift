/// The shape of one sample between two layers.
package enum Shape: Sendable, Equatable {
  /// An image or what a convolution makes of one.
  case image(height: Int, width: Int, channels: Int)
  /// A row of numbers.
  case vector(Int)

  /// The number of values.
  package var count: Int { pixels * channels }

  /// The number of channels; all values of a vector.
  package var channels: Int {
    switch self {
    case .image(_, _, let channels): channels
    case .vector(let count): count
    }
  }

  /// The number of pixels; 1 for a vector.
  package var pixels: Int {
    switch self {
    case .image(let height, let width, _): height * width
    case .vector: 1
    }
  }

  /// A batch's dimensions in oneDNN's order: samples, channels, and for images height and width.
  func dimensions(samples: Int) -> [Int] {
    switch self {
    case .image(let height, let width, let channels): [samples, channels, height, width]
    case .vector(let count): [samples, count]
    }
  }
}

extension Shape: CustomStringConvertible {
  /// Such as `28 x 28 x 1`: rows, columns and channels.
  package var description: String {
    switch self {
    case .image(let height, let width, let channels): "\(height) x \(width) x \(channels)"
    case .vector(let count): "\(count)"
    }
  }
}
