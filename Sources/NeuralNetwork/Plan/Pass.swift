/// A part of a training step, for a profile.
package enum Pass: Hashable, Sendable {
  /// Filling the batch with samples.
  case batch
  /// The way forward through layers that are computed together.
  case forward(layers: String)
  /// The loss with its gradient.
  case loss
  /// The way back through them.
  case backward(layers: String)
  /// The optimizer's.
  case update
}
