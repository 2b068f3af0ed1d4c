import CDNN

/// Float32 values of some shape in a layout, aligned to 64 bytes and zero at first.
///
/// The layer that writes a tensor and those that read it share it, so it is a class; its last owner releases it.
final class Tensor {
  /// The logical dimensions: samples, channels, height, width for images; outputs first for kernels.
  let shape: [Int]
  let layout: Layout
  let engine: Engine
  let handle: OpaquePointer
  /// The values in the layout's order, padding included.
  let values: UnsafeMutableBufferPointer<Float>

  init(_ shape: [Int], layout: consuming Layout, engine: Engine) throws(ComputeError) {
    let layoutHandle = layout.handle
    handle = try makeHandle("allocating a tensor of \(shape)") { cdnn_memory_create($0, engine.handle, layoutHandle) }
    values = UnsafeMutableBufferPointer(start: cdnn_memory_data(handle), count: layout.floatCount)
    self.shape = shape
    self.layout = layout
    self.engine = engine
  }

  /// A tensor in plain order.
  convenience init(_ shape: [Int], engine: Engine) throws(ComputeError) {
    try self.init(shape, layout: Layout(shape, .plain), engine: engine)
  }

  /// A tensor of the layout that an operation wants for a role.
  convenience init(_ shape: [Int], for role: cdnn_role, of operation: borrowing Operation) throws(ComputeError) {
    try self.init(shape, layout: Layout(of: role, in: operation), engine: operation.engine)
  }

  /// A zeroed tensor of the same shape and layout.
  func similar() throws(ComputeError) -> Tensor {
    let reorder = try Operation.reorder(from: layout, to: layout, engine: engine)
    return try Tensor(shape, for: cdnn_source, of: reorder)
  }

  deinit { cdnn_memory_destroy(handle) }

  /// The values in plain order.
  func plainValues() throws(ComputeError) -> [Float] {
    let plain = try Tensor(shape, engine: engine)
    try copy(to: plain)
    return Array(plain.values)
  }

  /// Sets all values, which are given in plain order.
  func setPlainValues(_ new: [Float]) throws(ComputeError) {
    let plain = try Tensor(shape, engine: engine)
    precondition(new.count == plain.values.count, "a tensor of \(shape) takes \(plain.values.count) values")
    _ = plain.values.update(from: new)
    try plain.copy(to: self)
  }

  private func copy(to other: Tensor) throws(ComputeError) {
    var reorder = try Operation.reorder(from: layout, to: other.layout, engine: engine)
    try reorder.bind(cdnn_source, self)
    try reorder.bind(cdnn_destination, other)
    try reorder.run()
  }
}
