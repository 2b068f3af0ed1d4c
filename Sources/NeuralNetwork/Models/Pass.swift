/// A part of a training step, for a profile.
package enum Pass: Hashable, Sendable {
  /// Filling the batch with samples.
  case batch
  case forward(layer: String)
  /// Softmax and cross-entropy, with their gradient.
  case loss
  case backward(layer: String)
  /// The optimizer's.
  case update
}
