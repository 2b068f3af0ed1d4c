import Problems

/// Why a layer cannot read its input.
enum LayerError: Error {
  /// The image is smaller than the layer's window.
  case imageTooSmall
  /// The layer does not take inputs like these.
  case unfit(reason: String)
}

/// A network that cannot be built for the images that it was asked for.
package enum NetworkError: Problem, Equatable {
  /// The images are smaller than the network needs; `smallest` is the side of the smallest square images that it takes.
  case imagesTooSmall(network: String, height: Int, width: Int, smallest: Int)
  /// A layer does not take its inputs.
  case unfit(network: String, reason: String)

  /// Sides that are tried for the smallest images.
  private static let sides = 1...1024

  /// - Parameter fits: whether the network takes square images of a side.
  init(_ error: LayerError, network: String, input: Shape, fits: (Int) -> Bool) {
    switch (error, input) {
    case (.imageTooSmall, .image(let height, let width, _)):
      if let smallest = Self.sides.first(where: fits) {
        self = .imagesTooSmall(network: network, height: height, width: width, smallest: smallest)
      } else {
        self = .unfit(network: network, reason: "its windows are larger than any image")
      }
    case (.imageTooSmall, .vector):
      self = .unfit(network: network, reason: "its windows are larger than its input")
    case (.unfit(let reason), _):
      self = .unfit(network: network, reason: reason)
    }
  }

  /// What does not fit.
  package var what: String {
    switch self {
    case .imagesTooSmall(let network, let height, let width, _):
      "images of \(height) x \(width) pixels are too small for the \(network)"
    case .unfit(let network, let reason): "the \(network) cannot be built: \(reason)"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .imagesTooSmall(_, _, _, let smallest): "Give images of at least \(smallest) x \(smallest) pixels"
    case .unfit: "Choose another network, or images of another shape"
    }
  }

  /// The images are what people give.
  package var kind: ProblemKind { .badData }
}
