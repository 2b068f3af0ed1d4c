import CDNN

/// A model's operations for one batch size, forward and, for training, backward. Its tensors are its own; parameters
/// are the model's.
///
/// Convolutions are Winograd's where they can be, and neighbouring layers are fused where that saves passes over memory;
/// `fused: false` makes every layer of oneDNN's operations, on its own, to hold the others against.
final class Graph {
  let batchSize: Int
  /// The images of a batch, [samples, 1, height, width], 0 to 1.
  let input: Tensor
  /// The last layer's output, [samples, classes].
  let logits: Tensor
  private let layers: [any Layer]

  init(
    _ architecture: Architecture, batchSize: Int, training: Bool, dropout: Bool, fused: Bool,
    parameters: ParameterStore, clock: StepClock, engine: Engine
  ) throws(ComputeError) {
    self.batchSize = batchSize
    let isConvolutional = architecture.layers.contains { if case .convolution = $0 { true } else { false } }
    let imageShape =
      isConvolutional
      ? [batchSize, 1, architecture.height, architecture.width] : [batchSize, architecture.height * architecture.width]
    input = try Tensor(imageShape, engine: engine)
    var made: [any Layer] = []
    var counts = (convolution: 0, normalization: 0, dense: 0)
    var rest = architecture.layers.enumerated().makeIterator()
    while let (place, layer) = rest.next() {
      let previous = LayerInput(
        tensor: made.last?.output ?? input, gradient: made.last?.outputGradient, training: training,
        reluBiasGradient: made.last?.reluBiasGradient)
      switch layer {
      case .convolution(let filters, let kernel):
        counts.convolution += 1
        let name = "conv_\(counts.convolution)"
        let following = architecture.layers[(place + 1)...].prefix(2)
        let reluByNext = following.first == .batchNormalization
        let isFast = fused && reluByNext && kernel == 3
        if isFast, place == 0, following.last == .maxPooling(size: 2),
          let block = try ImageBlock(
            names: (name, "norm_1"), units: filters, input: previous, parameters: parameters)
        {
          counts.normalization += 1
          _ = (rest.next(), rest.next())
          made.append(block)
        } else if isFast,
          let layer = try WinogradConvolution(name: name, units: filters, input: previous, parameters: parameters)
        {
          made.append(layer)
        } else {
          made.append(
            try WeightedLayer(
              .convolution(kernel: kernel), name: name, units: filters, relu: true, reluByNext: reluByNext,
              input: previous, parameters: parameters))
        }
      case .batchNormalization:
        counts.normalization += 1
        let name = "norm_\(counts.normalization)"
        // The fused layer goes back through a ReLU, so that there must be one: a convolution's.
        if fused, architecture.layers[(place + 1)...].first == .maxPooling(size: 2), place > 0,
          case .convolution = architecture.layers[place - 1]
        {
          _ = rest.next()
          made.append(try NormalizedPooling(name: name, input: previous, parameters: parameters))
        } else {
          made.append(try BatchNormalization(name: name, input: previous, parameters: parameters))
        }
      case .maxPooling(let size):
        made.append(try MaxPooling(size: size, input: previous))
      case .dense(let units, let relu):
        counts.dense += 1
        made.append(
          try WeightedLayer(
            .dense, name: "dense_\(counts.dense)", units: units, relu: relu, input: previous, parameters: parameters))
      case .dropout(let rate):
        if training && dropout {
          made.append(try Dropout(rate: rate, layer: place, input: previous, clock: clock))
        }
      }
    }
    layers = made
    logits = made.last?.output ?? input
  }

  /// - Parameter passed: hears of every pass after it.
  func forward(passed: ((Pass) -> Void)? = nil) throws(ComputeError) {
    for layer in layers {
      try layer.forward()
      passed?(.forward(layer: layer.name))
    }
  }

  /// Runs backward from the logits' gradient, which the loss has written.
  func backward(passed: ((Pass) -> Void)? = nil) throws(ComputeError) {
    for layer in layers.reversed() {
      try layer.backward()
      passed?(.backward(layer: layer.name))
    }
  }

  /// Where the loss writes its gradient; nil in a graph for inference.
  var logitsGradient: Tensor? { layers.last?.outputGradient }
}
