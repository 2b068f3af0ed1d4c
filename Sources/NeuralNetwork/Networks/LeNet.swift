import Kinds

/// LeNet-5 (LeCun et al., 1998) with ReLU and max-pooling, as it is mostly built today: 44,426 parameters for MNIST; images
/// of at least 16 x 16.
package struct LeNet: NetworkDesign {
  package static let kind = "lenet"

  package init() {}

  package var name: String { "LeNet-5" }

  package func network(input: Shape, classes: Int) throws(NetworkError) -> Network {
    try Network(
      name, input: input,
      layers: [
        Convolution(filters: 6, kernel: 5), ReLU(), MaxPooling(size: 2),
        Convolution(filters: 16, kernel: 5), ReLU(), MaxPooling(size: 2),
        Flatten(), Dense(units: 120), ReLU(), Dense(units: 84), ReLU(),
        Dense(units: classes),
      ])
  }

  package init(from decoder: any Decoder) throws { _ = try Fields(of: decoder, NoFields.self) }
}
