import CKernels

/// Joins the channels of several tensors.
final class ConcatenateOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let layout: ck_layout
  private let parts: [(source: Source, layout: ck_layout, first: Int64)]

  init(at site: Site) throws(ComputeError) {
    let first = try ck_layout(site.input.tensor)
    let shape = site.node.shape.dimensions(samples: site.samples)
    output = try Tensor(shape, layout: Layout(shape, shape.count == 4 ? first.format : .plain), engine: site.engine)
    outputGradient = site.needsGradient ? try output.similar() : nil
    layout = try ck_layout(output)
    var parts: [(Source, ck_layout, Int64)] = []
    var channel: Int64 = 0
    for input in site.inputs {
      let layout = try ck_layout(input.tensor)
      parts.append((input, layout, channel))
      channel += layout.channels
    }
    self.parts = parts
  }

  func forward() {
    withUnsafePointer(to: layout) { whole in
      for part in parts {
        withUnsafePointer(to: part.layout) {
          ck_copy_channels(
            $0, part.source.tensor.values.baseAddress, 0, whole, output.values.baseAddress, part.first,
            part.layout.channels)
        }
      }
    }
  }

  func backward() {
    guard let outputGradient else { return }
    withUnsafePointer(to: layout) { whole in
      for part in parts {
        guard let gradient = part.source.gradient else { continue }
        withUnsafePointer(to: part.layout) {
          ck_copy_channels(
            whole, outputGradient.values.baseAddress, part.first, $0, gradient.values.baseAddress, 0,
            part.layout.channels)
        }
      }
    }
  }
}
