import Kinds

/// How a step changes parameters, from their gradients. One kind per file, listed in ``Optimizers``.
///
/// An optimizer is a value without state: what it remembers of a parameter is kept in slots, arrays of the parameter's
/// size that are zero before the first step. The learning rate comes from a ``Schedule``.
package protocol Optimizer: Kind {
  /// The names of a parameter's slots. A checkpoint holds the slot `adam.m` of the parameter `x` as `adam.m.x`.
  var slots: [String] { get }

  /// Updates one parameter and its slots; `step` counts from 1.
  func update(_ parameter: ParameterUpdate, rate: Double, step: Int)

  /// The name of one more slot, with which the model is evaluated and saved instead of with the parameters themselves;
  /// nil if it is evaluated with the parameters. Batch normalization's moving statistics have this slot as well.
  var averageSlot: String? { get }

  /// Moves a running average, after each step; called only if there is an `averageSlot`.
  func updateAverage(
    _ average: UnsafeMutableBufferPointer<Float>, of values: UnsafeMutableBufferPointer<Float>, step: Int)
}

extension Optimizer {
  package var averageSlot: String? { nil }
  package func updateAverage(
    _ average: UnsafeMutableBufferPointer<Float>, of values: UnsafeMutableBufferPointer<Float>, step: Int
  ) {}
}

/// A trained parameter as an optimizer sees it. All arrays are of one size and in one order.
package struct ParameterUpdate {
  /// The parameter.
  package let values: UnsafeMutableBufferPointer<Float>
  /// The gradient of the loss by it.
  package let gradient: UnsafeMutableBufferPointer<Float>
  /// The optimizer's slots, in the order of its names.
  package let slots: [UnsafeMutableBufferPointer<Float>]
  /// Whether weight decay holds for it: it does for kernels, not for biases or normalization's factors.
  package let decays: Bool

  /// Takes the arrays.
  package init(
    values: UnsafeMutableBufferPointer<Float>, gradient: UnsafeMutableBufferPointer<Float>,
    slots: [UnsafeMutableBufferPointer<Float>], decays: Bool
  ) {
    self.values = values
    self.gradient = gradient
    self.slots = slots
    self.decays = decays
  }
}
