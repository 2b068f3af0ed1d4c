import Kinds

/// A network's plan, which fits itself to the images and the number of classes.
package protocol NetworkDesign: Kind {
  /// How figures and tables name it, such as `Simple NN`.
  var name: String { get }
  /// The network for samples of a shape.
  func network(input: Shape, classes: Int) throws(NetworkError) -> Network
}

/// All networks.
package enum NetworkDesigns {
  /// Their types, in the order in which a run trains them if no other is asked for.
  package static let all: [any NetworkDesign.Type] = [SimpleNN.self, CNN.self]
}
