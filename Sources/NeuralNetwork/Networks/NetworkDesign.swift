import Kinds

/// A network's plan, which fits itself to the images and the number of classes.
package protocol NetworkDesign: Kind {
  /// The network in its usual size.
  init()
  /// How figures and tables name it, such as `Simple NN`.
  var name: String { get }
  /// The network for samples of a shape.
  func network(input: Shape, classes: Int) throws(NetworkError) -> Network
}

/// All networks.
package enum NetworkDesigns {
  /// Their types. New ones go to the end: a network's place chooses its streams of random numbers.
  package static let all: [any NetworkDesign.Type] = [
    SimpleNN.self, CNN.self, LeNet.self, ResNet.self, DenseNet.self, EfficientNet.self,
  ]

  /// A network's place in the list.
  package static func place(of design: any NetworkDesign) -> Int {
    all.firstIndex { $0 == type(of: design) } ?? all.count
  }
}
