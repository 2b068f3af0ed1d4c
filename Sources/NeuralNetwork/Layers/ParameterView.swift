import CDNN

/// A parameter's tensor as an operation wants it. Mostly that is the tensor itself; where the operation wants another
/// layout, a copy that is brought up to date before the operation runs, or carried back after it.
struct ParameterView: ~Copyable {
  let tensor: Tensor
  private let reorder: Operation?

  /// A view to be read: call `update` before the operation.
  init(reading source: Tensor, as role: cdnn_role, of operation: borrowing Operation) throws(ComputeError) {
    let wanted = try Tensor(source.shape, for: role, of: operation)
    let same = wanted.layout == source.layout
    reorder = same ? nil : try Self.copying(from: source, to: wanted)
    tensor = same ? source : wanted
  }

  /// A view to be written: call `update` after the operation.
  init(writing destination: Tensor, as role: cdnn_role, of operation: borrowing Operation) throws(ComputeError) {
    let wanted = try Tensor(destination.shape, for: role, of: operation)
    let same = wanted.layout == destination.layout
    reorder = same ? nil : try Self.copying(from: wanted, to: destination)
    tensor = same ? destination : wanted
  }

  /// A view of a plain tensor to be written: `update` carries it into the parameter's layout.
  init(copying source: Tensor, to destination: Tensor) throws(ComputeError) {
    tensor = source
    reorder = try Self.copying(from: source, to: destination)
  }

  private static func copying(from source: Tensor, to destination: Tensor) throws(ComputeError) -> Operation {
    var reorder = try Operation.reorder(from: source.layout, to: destination.layout, engine: source.engine)
    try reorder.bind(cdnn_source, source)
    try reorder.bind(cdnn_destination, destination)
    return reorder
  }

  func update() throws(ComputeError) {
    if reorder != nil { try reorder?.run() }
  }
}
