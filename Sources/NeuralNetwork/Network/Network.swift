/// A network as a graph of layers, for samples of one shape.
///
/// The layers' defaults are Keras'. The last layer gives one logit per class.
package struct Network: Sendable {
  /// The name in figures and tables, such as `CNN`.
  package let name: String
  /// The shape of a sample.
  package let input: Shape
  /// The layers with what they read, each after those that it reads. The last one's output is the network's.
  let nodes: [Node]

  /// Builds a network.
  ///
  /// - Parameter build: adds the layers; called again with smaller images to tell the smallest that are large enough.
  init(
    _ name: String, input: Shape, build: (inout NetworkBuilder) throws(LayerError) -> Void
  ) throws(NetworkError) {
    self.name = name
    self.input = input
    do throws(LayerError) {
      nodes = try Self.nodes(for: input, build)
    } catch {
      throw NetworkError(error, network: name, input: input) { size in
        (try? Self.nodes(for: .image(height: size, width: size, channels: input.channels), build)) != nil
      }
    }
  }

  /// Builds a network whose layers each read the one before.
  init(_ name: String, input: Shape, layers: [any Layer]) throws(NetworkError) {
    try self.init(name, input: input) { network throws(LayerError) in
      _ = try network.chain(layers, reading: network.input)
    }
  }

  private static func nodes(
    for input: Shape, _ build: (inout NetworkBuilder) throws(LayerError) -> Void
  ) throws(LayerError) -> [Node] {
    var builder = NetworkBuilder(input: input)
    try build(&builder)
    return builder.nodes
  }

  /// The shape of what the last layer gives.
  private var output: Shape { nodes.last?.shape ?? input }

  /// The number of values that the last layer gives: the classes.
  package var outputCount: Int { output.count }

  /// The number of parameters, batch normalization's moving statistics included, as Keras' `count_params()` counts.
  package var parameterCount: Int {
    nodes.reduce(0) { $0 + $1.parameters.reduce(0) { $0 + $1.count } }
  }
}
