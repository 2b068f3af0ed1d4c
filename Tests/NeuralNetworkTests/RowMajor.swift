@testable import NeuralNetwork

/// Tensors from and to values in Keras' order: sample, row, column, channel.
extension Tensor {
  convenience init(
    rowMajor values: [Float], _ shape: Shape, samples: Int, format: Layout.Format, engine: Engine
  ) throws(ComputeError) {
    let dimensions = shape.dimensions(samples: samples)
    try self.init(dimensions, layout: Layout(dimensions, format), engine: engine)
    try setRowMajor(values, shape)
  }

  func setRowMajor(_ values: [Float], _ shape: Shape) throws(ComputeError) {
    let (pixels, channels) = (shape.pixels, shape.channels)
    var plain = values
    for place in values.indices {
      let (sample, pixel, channel) = (place / (pixels * channels), place / channels % pixels, place % channels)
      plain[(sample * channels + channel) * pixels + pixel] = values[place]
    }
    try setPlainValues(plain)
  }

  func rowMajorValues(_ shape: Shape) throws(ComputeError) -> [Float] {
    let (pixels, channels) = (shape.pixels, shape.channels)
    let plain = try plainValues()
    return plain.indices.map { place in
      let (sample, pixel, channel) = (place / (pixels * channels), place / channels % pixels, place % channels)
      return plain[(sample * channels + channel) * pixels + pixel]
    }
  }
}
