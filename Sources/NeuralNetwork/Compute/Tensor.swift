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
  /// Whose memory it is, if not this tensor's.
  private let viewed: Tensor?

  init(_ shape: [Int], layout: consuming Layout, engine: Engine) throws(ComputeError) {
    let layoutHandle = layout.handle
    handle = try makeHandle("allocating a tensor of \(shape)") { cdnn_memory_create($0, engine.handle, layoutHandle) }
    values = UnsafeMutableBufferPointer(start: cdnn_memory_data(handle), count: layout.floatCount)
    self.shape = shape
    self.layout = layout
    self.engine = engine
    viewed = nil
  }

  /// A tensor in plain order.
  convenience init(_ shape: [Int], engine: Engine) throws(ComputeError) {
    try self.init(shape, layout: Layout(shape, .plain), engine: engine)
  }

  /// A batch of images as callers give them: samples, rows, columns, channels; or of vectors.
  convenience init(images shape: Shape, samples: Int, engine: Engine) throws(ComputeError) {
    let dimensions = shape.dimensions(samples: samples)
    // With one channel both orders are the same, and oneDNN knows more about the plain one.
    let isPlain = dimensions.count == 2 || shape.channels == 1
    try self.init(dimensions, layout: Layout(dimensions, isPlain ? .plain : .channelsLast), engine: engine)
  }

  /// The same memory as another tensor's, under another shape that takes as much.
  init(viewing tensor: Tensor, _ shape: [Int], _ format: Layout.Format) throws(ComputeError) {
    layout = try Layout(shape, format)
    (self.shape, engine, values, viewed) = (shape, tensor.engine, tensor.values, tensor)
    let (layoutHandle, engineHandle, viewedHandle) = (layout.handle, engine.handle, tensor.handle)
    handle = try makeHandle("viewing a tensor of \(tensor.shape) as \(shape)") {
      cdnn_memory_view($0, engineHandle, layoutHandle, viewedHandle)
    }
  }

  /// A tensor of the layout that an operation wants for a role.
  convenience init(_ shape: [Int], for role: cdnn_role, of operation: borrowing Operation) throws(ComputeError) {
    try self.init(shape, layout: Layout(of: role, in: operation), engine: operation.engine)
  }

  /// A zeroed tensor of the same shape and layout.
  func similar() throws(ComputeError) -> Tensor {
    try Tensor(shape, layout: Layout(of: self), engine: engine)
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
    try Operation.copy(from: self, to: other).run()
  }
}
