import NeuralNetwork

/// What a pass has to do at least: the arithmetic of the direct algorithm, and the bytes of its inputs and outputs, each
/// moved once. Parameters count for nothing beside a batch, but in the dense layers.
struct PassWork {
  var flops = 0.0
  var bytes = 0.0

  /// Of each pass of a step of `samples` samples.
  static func all(of architecture: Architecture, samples: Int) -> [Pass: PassWork] {
    var work: [Pass: PassWork] = [:]
    var counts = (convolution: 0, normalization: 0, dense: 0)
    var shape = (channels: 1, height: architecture.height, width: architecture.width)
    var isFirst = true
    var parameters = 0
    let batch = Double(samples)
    func floats(_ shape: (channels: Int, height: Int, width: Int)) -> Double {
      Double(shape.channels * shape.height * shape.width) * batch * 4
    }
    var layers = architecture.layers[...]
    while let layer = layers.popFirst() {
      let input = shape
      let name: String
      var (forward, backward) = (PassWork(), PassWork())
      switch layer {
      case .convolution(let filters, let kernel):
        counts.convolution += 1
        shape = (filters, input.height - kernel + 1, input.width - kernel + 1)
        let weights = kernel * kernel * input.channels * filters
        parameters += weights + filters
        forward.flops = 2 * batch * Double(weights * shape.height * shape.width)
        // Backward of the first block computes the convolution again, and no gradient of the images.
        backward.flops = 2 * forward.flops
        if isFirst, layers.first == .batchNormalization, case .maxPooling(let size)? = layers.dropFirst().first {
          layers.removeFirst(2)
          counts.normalization += 1
          name = "conv_1 and norm_1"
          parameters += 2 * filters
          shape = (filters, shape.height / size, shape.width / size)
          backward.bytes = floats(input) + 2 * floats(shape)
        } else {
          name = "conv_\(counts.convolution)"
          backward.bytes = 2 * floats(input) + floats(shape)
        }
      case .dense(let units, _):
        counts.dense += 1
        name = "dense_\(counts.dense)"
        shape = (units, 1, 1)
        let weights = input.channels * input.height * input.width * units
        parameters += weights + units
        forward.flops = 2 * batch * Double(weights)
        forward.bytes = Double(weights) * 4
        backward.flops = (isFirst ? 1 : 2) * forward.flops
        backward.bytes = Double(weights) * (isFirst ? 4 : 8) + floats(input) * (isFirst ? 1 : 2) + floats(shape)
      case .batchNormalization:
        counts.normalization += 1
        name = "norm_\(counts.normalization)"
        parameters += 2 * input.channels
        if case .maxPooling(let size) = layers.first {
          layers.removeFirst()
          shape = (input.channels, input.height / size, input.width / size)
        }
        backward.bytes = floats(input) * 2 + floats(shape)
      case .maxPooling(let size):
        name = "pool"
        shape = (input.channels, input.height / size, input.width / size)
        backward.bytes = floats(input) + floats(shape)
      case .dropout:
        name = "dropout"
        backward.bytes = floats(input) + floats(shape)
      }
      forward.bytes += floats(input) + floats(shape)
      isFirst = false
      work[.forward(layer: name), default: PassWork()] += forward
      work[.backward(layer: name), default: PassWork()] += backward
    }
    // Gradient and moments read, moments and weights read and written.
    work[.update] = PassWork(flops: 0, bytes: Double(parameters) * 4 * 7)
    work[.batch] = PassWork(
      flops: 0, bytes: Double(samples * architecture.height * architecture.width) * 5)
    return work
  }

  static func += (left: inout PassWork, right: PassWork) {
    left.flops += right.flops
    left.bytes += right.bytes
  }
}
