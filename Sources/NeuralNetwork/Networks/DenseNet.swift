import Kinds

/// A densely connected network with bottlenecks and compression, DenseNet-BC, for small images (Huang et al., 2017): each
/// layer reads what all those before it in its block have made.
///
/// With a depth of 100 and a growth of 12 it is the paper's smallest: 769,162 trained parameters for CIFAR-10.
package struct DenseNet: NetworkDesign {
  package static let kind = "densenet"
  /// The number of convolutions in a row, and the dense layer: 4 more than a multiple of 6.
  package var depth = 22
  /// The number of channels that each layer adds to those it reads.
  package var growth = 16
  /// The share of the channels that are left between two blocks.
  package var reduction = 0.5

  package init() {}

  package var name: String { "DenseNet-\(depth)-\(growth)" }

  package func network(input: Shape, classes: Int) throws(NetworkError) -> Network {
    try Network(name, input: input) { network throws(LayerError) in
      var value = try network.add(
        Convolution(filters: 2 * growth, kernel: 3, padding: .same, bias: false), reading: network.input)
      for block in 0..<3 {
        if block > 0 { value = try transition(from: value, in: &network) }
        for _ in 0..<(depth - 4) / 6 { value = try layer(reading: value, in: &network) }
      }
      _ = try network.chain(
        [BatchNormalization(), ReLU(), GlobalAveragePooling(), Dense(units: classes)], reading: value)
    }
  }

  /// Adds a layer: a bottleneck of four times as many channels as it makes, and what it reads beside what it makes.
  private func layer(reading value: Value, in network: inout NetworkBuilder) throws(LayerError) -> Value {
    let made = try network.chain(
      [
        BatchNormalization(), ReLU(), Convolution(filters: 4 * growth, kernel: 1, bias: false),
        BatchNormalization(), ReLU(), Convolution(filters: growth, kernel: 3, padding: .same, bias: false),
      ], reading: value)
    return try network.add(Concatenate(), reading: value, made)
  }

  /// Leaves a share of the channels, and half of the rows and columns.
  private func transition(from value: Value, in network: inout NetworkBuilder) throws(LayerError) -> Value {
    let filters = max(1, Int(Double(value.shape.channels) * reduction))
    return try network.chain(
      [
        BatchNormalization(), ReLU(), Convolution(filters: filters, kernel: 1, bias: false), AveragePooling(size: 2),
      ], reading: value)
  }

  enum CodingKeys: CodingKey, CaseIterable { case depth, growth, reduction }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    depth = try fields.number(.depth, default: depth, in: .from(10, to: 502))
    guard depth % 6 == 4 else { throw fields.error(.depth, "it is \(depth), and must be 4 more than a multiple of 6") }
    growth = try fields.number(.growth, default: growth, in: .from(1, to: 256))
    reduction = try fields.number(.reduction, default: reduction, in: .from(0.1, to: 1))
  }
}
