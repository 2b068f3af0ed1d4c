import CDNN

/// A tensor as an operation wants it. Mostly that is the tensor itself; if the operation wants another layout, a copy that is
/// brought up to date before the operation runs, or carried back after it.
struct TensorView: ~Copyable {
  let tensor: Tensor
  private let reorder: Operation?

  /// A view to be read: call `update` before the operation.
  init(reading source: Tensor, as role: cdnn_role, of operation: borrowing Operation) throws(ComputeError) {
    try self.init(reading: source, as: Layout(of: role, in: operation))
  }

  /// A view to be written: call `update` after the operation.
  init(writing destination: Tensor, as role: cdnn_role, of operation: borrowing Operation) throws(ComputeError) {
    try self.init(writing: destination, as: Layout(of: role, in: operation))
  }

  /// A view to be read in plain order.
  init(readingPlain source: Tensor) throws(ComputeError) {
    try self.init(reading: source, as: Layout(source.shape, .plain))
  }

  /// A view to be written in plain order.
  init(writingPlain destination: Tensor) throws(ComputeError) {
    try self.init(writing: destination, as: Layout(destination.shape, .plain))
  }

  /// A view to be read in the layout of another tensor.
  init(reading source: Tensor, like other: Tensor) throws(ComputeError) {
    try self.init(reading: source, as: Layout(of: other))
  }

  private init(reading source: Tensor, as layout: consuming Layout) throws(ComputeError) {
    guard layout != source.layout else {
      self.init(tensor: source, reorder: nil)
      return
    }
    let copy = try Tensor(source.shape, layout: layout, engine: source.engine)
    self.init(tensor: copy, reorder: try .copy(from: source, to: copy))
  }

  private init(writing destination: Tensor, as layout: consuming Layout) throws(ComputeError) {
    guard layout != destination.layout else {
      self.init(tensor: destination, reorder: nil)
      return
    }
    let copy = try Tensor(destination.shape, layout: layout, engine: destination.engine)
    self.init(tensor: copy, reorder: try .copy(from: copy, to: destination))
  }

  private init(tensor: Tensor, reorder: consuming Operation?) {
    self.tensor = tensor
    self.reorder = reorder
  }

  func update() throws(ComputeError) { try reorder.run() }
}
