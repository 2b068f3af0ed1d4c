import Kinds

/// A network of inverted bottlenecks with squeeze and excitation (Tan and Le, "EfficientNet", 2019), with stages for images
/// of 28 x 28 instead of 224 x 224. Like the original it is made larger by two factors.
package struct EfficientNet: NetworkDesign {
  package static let kind = "efficientnet"
  /// What numbers of channels are multiplied by.
  package var width = 1.0
  /// What numbers of blocks are multiplied by.
  package var depth = 1.0

  package init() {}

  package var name: String {
    switch (width, depth) {
    case (1, 1): "EfficientNet"
    case (_, 1): "EfficientNet-\(width)"
    default: "EfficientNet-\(width)-\(depth)"
    }
  }

  /// Blocks of one size; the stride is that of the first.
  private struct Stage {
    var filters: Int
    var blocks: Int
    var kernel: Int
    var stride: Int
    /// How many times as many channels a block works on as it reads.
    var expansion: Int
  }

  private static let stages = [
    Stage(filters: 16, blocks: 1, kernel: 3, stride: 1, expansion: 1),
    Stage(filters: 24, blocks: 2, kernel: 3, stride: 2, expansion: 4),
    Stage(filters: 40, blocks: 2, kernel: 5, stride: 2, expansion: 4),
    Stage(filters: 64, blocks: 2, kernel: 3, stride: 1, expansion: 4),
  ]

  package func network(input: Shape, classes: Int) throws(NetworkError) -> Network {
    try Network(name, input: input) { network throws(LayerError) in
      var value = try network.chain(
        [Convolution(filters: scaled(16), kernel: 3, padding: .same, bias: false), BatchNormalization(), Swish()],
        reading: network.input)
      for stage in Self.stages {
        for block in 0..<Int((depth * Double(stage.blocks)).rounded(.up)) {
          value = try bottleneck(stage, stride: block == 0 ? stage.stride : 1, reading: value, in: &network)
        }
      }
      _ = try network.chain(
        [
          Convolution(filters: scaled(160), kernel: 1, bias: false), BatchNormalization(), Swish(),
          GlobalAveragePooling(), Dropout(rate: 0.2, stream: 1), Dense(units: classes),
        ], reading: value)
    }
  }

  private func bottleneck(
    _ stage: Stage, stride: Int, reading input: Value, in network: inout NetworkBuilder
  ) throws(LayerError) -> Value {
    let (inputs, filters) = (input.shape.channels, scaled(stage.filters))
    var value = input
    if stage.expansion > 1 {
      let expanded = Convolution(filters: stage.expansion * inputs, kernel: 1, bias: false)
      value = try network.chain([expanded, BatchNormalization(), Swish()], reading: value)
    }
    let depthwise = DepthwiseConvolution(kernel: stage.kernel, stride: stride, padding: .same, bias: false)
    value = try network.chain([depthwise, BatchNormalization(), Swish()], reading: value)
    // Squeeze and excitation.
    let factors = try network.chain(
      [
        GlobalAveragePooling(),
        Dense(units: max(1, inputs / 4)), Swish(), Dense(units: value.shape.channels), Sigmoid(),
      ], reading: value)
    value = try network.add(ChannelScale(), reading: value, factors)
    value = try network.chain(
      [Convolution(filters: filters, kernel: 1, bias: false), BatchNormalization()], reading: value)
    return stride == 1 && inputs == filters ? try network.add(Add(), reading: input, value) : value
  }

  /// A number of channels times the width, as a multiple of 8 that is not below nine tenths of it.
  private func scaled(_ channels: Int) -> Int {
    let wanted = Double(channels) * width
    let rounded = max(8, Int((wanted / 8).rounded(.toNearestOrAwayFromZero)) * 8)
    return Double(rounded) < 0.9 * wanted ? rounded + 8 : rounded
  }

  enum CodingKeys: CodingKey, CaseIterable { case width, depth }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    width = try fields.number(.width, default: width, in: .from(0.1, to: 16))
    depth = try fields.number(.depth, default: depth, in: .from(0.1, to: 16))
  }
}
