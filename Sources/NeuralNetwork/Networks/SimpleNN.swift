import Kinds

/// The dense network of the original project: 128 and 64 units with dropout 0.2. 109,386 parameters for MNIST.
package struct SimpleNN: NetworkDesign {
  package static let kind = "simple_nn"

  package init() {}

  package var name: String { "Simple NN" }

  package func network(input: Shape, classes: Int) throws(NetworkError) -> Network {
    // The streams are the layers' places in the first version of this network, so that its runs can be repeated.
    try Network(
      name, input: input,
      layers: [
        Flatten(),
        Dense(units: 128), ReLU(), Dropout(rate: 0.2, stream: 1),
        Dense(units: 64), ReLU(), Dropout(rate: 0.2, stream: 3),
        Dense(units: classes),
      ])
  }

  package init(from decoder: any Decoder) throws { _ = try Fields(of: decoder, NoFields.self) }
}
