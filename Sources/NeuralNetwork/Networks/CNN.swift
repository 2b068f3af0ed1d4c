import Kinds

/// The convolutional network of the original project. 131,530 parameters for MNIST; images of at least 18 x 18.
package struct CNN: NetworkDesign {
  package static let kind = "cnn"

  package init() {}

  package var name: String { "CNN" }

  package func network(input: Shape, classes: Int) throws(NetworkError) -> Network {
    // The stream is the layer's place in the first version of this network, so that its runs can be repeated.
    try Network(
      name, input: input,
      layers: [
        Convolution(filters: 32, kernel: 3), ReLU(), BatchNormalization(), MaxPooling(size: 2),
        Convolution(filters: 64, kernel: 3), ReLU(), BatchNormalization(), MaxPooling(size: 2),
        Convolution(filters: 64, kernel: 3), ReLU(), BatchNormalization(),
        Flatten(), Dense(units: 128), ReLU(), Dropout(rate: 0.5, stream: 9),
        Dense(units: classes),
      ])
  }

  package init(from decoder: any Decoder) throws { _ = try Fields(of: decoder, NoFields.self) }
}
