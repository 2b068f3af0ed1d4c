import Kinds

/// A residual network for small images (He et al., 2016) as Keras' example builds it: 274,442 parameters for CIFAR-10 at
/// its usual depth.
package struct ResNet: NetworkDesign {
  package static let kind = "resnet"
  /// The number of convolutions in a row, and the dense layer: 2 more than a multiple of 6.
  package var depth = 20
  /// The number of filters of the first stage's convolutions. The second stage has twice as many, the third four times.
  package var filters = ResNet.usualFilters

  private static let usualFilters = 16

  package init() {}

  package var name: String { filters == Self.usualFilters ? "ResNet-\(depth)" : "ResNet-\(depth)-\(filters)" }

  package func network(input: Shape, classes: Int) throws(NetworkError) -> Network {
    try Network(name, input: input) { network throws(LayerError) in
      var value = try network.chain(
        [Convolution(filters: filters, kernel: 3, padding: .same), BatchNormalization(), ReLU()],
        reading: network.input)
      for stage in 0..<3 {
        let filters = filters << stage
        for block in 0..<(depth - 2) / 6 {
          let stride = stage > 0 && block == 0 ? 2 : 1
          let residual = try network.chain(
            [
              Convolution(filters: filters, kernel: 3, stride: stride, padding: .same), BatchNormalization(), ReLU(),
              Convolution(filters: filters, kernel: 3, padding: .same), BatchNormalization(),
            ], reading: value)
          if stride > 1 {
            let projection = Convolution(filters: filters, kernel: 1, stride: stride, padding: .same)
            value = try network.add(projection, reading: value)
          }
          value = try network.add(Add(), reading: value, residual)
          value = try network.add(ReLU(), reading: value)
        }
      }
      _ = try network.chain([GlobalAveragePooling(), Dense(units: classes)], reading: value)
    }
  }

  enum CodingKeys: CodingKey, CaseIterable { case depth, filters }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    depth = try fields.number(.depth, default: depth, in: .from(8, to: 1_202))
    guard depth % 6 == 2 else { throw fields.error(.depth, "it is \(depth), and must be 2 more than a multiple of 6") }
    filters = try fields.number(.filters, default: filters, in: .from(1, to: 512))
  }
}
