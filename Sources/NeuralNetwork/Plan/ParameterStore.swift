/// A model's parameters in the order of their layers. Every plan of the model takes its parameters from here.
final class ParameterStore {
  /// Those that the network's layers declare.
  private let declared: [(name: String, spec: ParameterSpec)]
  private var made: [String: Parameter] = [:]

  init(_ nodes: [Node]) {
    declared = nodes.flatMap { node in node.parameters.map { (node.name(of: $0.part), $0) } }
  }

  /// The parameters that plans have made, in the order in which the layers declare them.
  var all: [Parameter] { declared.compactMap { made[$0.name] } }

  /// The parameter of a name, if a plan has made it.
  func known(_ name: String) -> Parameter? { made[name] }

  /// The parameter of a name; the first plan that asks makes it, in the layout that its operation wants.
  func parameter(
    _ name: String, make: () throws(ComputeError) -> Tensor
  ) throws(ComputeError) -> Parameter {
    if let known = made[name] { return known }
    guard let spec = declared.first(where: { $0.name == name })?.spec else {
      throw ComputeError(operation: "making the parameter \(name)", reason: "its layer does not declare it")
    }
    let parameter = try Parameter(name: name, spec: spec, value: make())
    made[name] = parameter
    return parameter
  }
}
