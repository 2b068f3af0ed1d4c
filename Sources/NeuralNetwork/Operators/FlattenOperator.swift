/// Copies images into rows of numbers in Keras' order: row, column, channel.
final class FlattenOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let toRows: Operation
  private let toImages: Operation?

  init(at site: Site) throws(ComputeError) {
    let images = site.input.tensor
    output = try Tensor(site.node.shape.dimensions(samples: images.shape[0]), engine: images.engine)
    toRows = try Operation.copy(from: images, to: Tensor(viewing: output, images.shape, .channelsLast))
    if let gradient = site.input.gradient {
      let rows = try output.similar()
      outputGradient = rows
      toImages = try Operation.copy(from: Tensor(viewing: rows, images.shape, .channelsLast), to: gradient)
    } else {
      outputGradient = nil
      toImages = nil
    }
  }

  func forward() throws(ComputeError) { try toRows.run() }

  func backward() throws(ComputeError) { try toImages.run() }
}
