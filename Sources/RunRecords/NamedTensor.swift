/// An array of a model under its name, in Keras' order and shape.
public struct NamedTensor: Sendable, Equatable {
  /// `conv_1.kernel`, `norm_2.moving_mean`, `dense_3.bias` and so on.
  public var name: String
  /// Such as [3, 3, 32, 64].
  public var shape: [Int]
  /// The values, the last dimension contiguous.
  public var values: [Float]

  /// Takes an array.
  public init(name: String, shape: [Int], values: [Float]) {
    self.name = name
    self.shape = shape
    self.values = values
  }
}
