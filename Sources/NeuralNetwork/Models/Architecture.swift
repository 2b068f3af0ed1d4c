import Problems

/// A network as a list of layers, for images of one size and a number of classes.
///
/// The layers and their defaults are Keras': `Conv2D(padding="valid", activation="relu")`, `BatchNormalization()`,
/// `MaxPooling2D()`, `Dense()`, `Dropout()`. The last layer gives one logit a class.
public struct Architecture: Sendable, Equatable {
  /// One layer.
  public enum Layer: Sendable, Equatable {
    /// A convolution with square kernels, no padding and stride 1, then ReLU.
    case convolution(filters: Int, kernel: Int)
    /// Batch normalization over samples, rows and columns of each channel.
    case batchNormalization
    /// Maxima over windows of this size that do not overlap; incomplete windows are left out.
    case maxPooling(size: Int)
    /// A dense layer, with ReLU unless it gives the logits. Images are flattened as Keras does: row, column, channel.
    case dense(units: Int, relu: Bool)
    /// Sets each value to zero with this probability while training, and scales the rest by 1 / (1 - rate).
    case dropout(rate: Float)
  }

  /// The name as figures and tables show it, such as `CNN`.
  public let name: String
  /// Rows of an image.
  public let height: Int
  /// Columns of an image.
  public let width: Int
  /// The layers in order.
  public let layers: [Layer]

  /// Describes a network; throws where a layer has nothing left to work on.
  public init(name: String, height: Int, width: Int, layers: [Layer]) throws(ArchitectureError) {
    self.name = name
    self.height = height
    self.width = width
    self.layers = layers
    var shape = ActivationShape(channels: 1, height: height, width: width)
    for layer in layers {
      shape = shape.after(layer)
      guard shape.height > 0, shape.width > 0 else {
        throw ArchitectureError(model: name, height: height, width: width, smallest: Self.smallestImage(for: layers))
      }
    }
  }

  /// Rows and columns of the smallest square image that leaves one value for the layers' last windows.
  private static func smallestImage(for layers: [Layer]) -> Int {
    layers.reversed().reduce(1) { size, layer in
      switch layer {
      case .convolution(_, let kernel): size + kernel - 1
      case .maxPooling(let window): size * window
      case .dense: 1
      case .batchNormalization, .dropout: size
      }
    }
  }

  /// The number of parameters, batch normalization's moving statistics included, as Keras' `count_params()` counts.
  public var parameterCount: Int {
    var shape = ActivationShape(channels: 1, height: height, width: width)
    var count = 0
    for layer in layers {
      switch layer {
      case .convolution(let filters, let kernel): count += (kernel * kernel * shape.channels + 1) * filters
      case .batchNormalization: count += 4 * shape.channels
      case .dense(let units, _): count += (shape.count + 1) * units
      case .maxPooling, .dropout: break
      }
      shape = shape.after(layer)
    }
    return count
  }

  /// The number of values that the last layer gives: the classes.
  public var outputCount: Int {
    layers.reduce(ActivationShape(channels: 1, height: height, width: width)) { $0.after($1) }.count
  }
}

/// The images are too small for the network.
public struct ArchitectureError: Problem, Equatable {
  /// The network's name.
  public let model: String
  /// Rows of an image.
  public let height: Int
  /// Columns of an image.
  public let width: Int
  /// Rows and columns of the smallest image that is large enough.
  public let smallest: Int

  /// What does not fit.
  package var what: String { "images of \(height) x \(width) pixels are too small for the \(model)" }

  /// What to do about it.
  package var advice: String { "Give images of at least \(smallest) x \(smallest) pixels" }

  /// The images are what people give.
  package var kind: ProblemKind { .badData }
}

/// What one sample is between two layers.
struct ActivationShape: Equatable {
  var channels: Int
  var height: Int
  var width: Int

  var count: Int { channels * height * width }

  func after(_ layer: Architecture.Layer) -> ActivationShape {
    switch layer {
    case .convolution(let filters, let kernel):
      ActivationShape(channels: filters, height: height - kernel + 1, width: width - kernel + 1)
    case .maxPooling(let size): ActivationShape(channels: channels, height: height / size, width: width / size)
    case .dense(let units, _): ActivationShape(channels: units, height: 1, width: 1)
    case .batchNormalization, .dropout: self
    }
  }
}
