import CDNN

/// A model's parameters in the order of their layers. Every graph of the model takes its parameters from here.
final class ParameterStore {
  private(set) var all: [Parameter] = []

  /// The parameter of a name; the first graph that asks makes it, in the layout that its operation wants.
  func parameter(
    _ name: String, trainable: Bool = true, initializer: Initializer, make: () throws(ComputeError) -> Tensor
  ) throws(ComputeError) -> Parameter {
    if let known = all.first(where: { $0.name == name }) { return known }
    let made = try Parameter(name: name, value: make(), trainable: trainable, initializer: initializer)
    all.append(made)
    return made
  }
}
