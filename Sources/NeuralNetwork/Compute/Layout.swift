import CDNN

/// Dimensions, and how float32 values of these dimensions are ordered in memory.
///
/// oneDNN orders images and kernels in blocks of channels that fill its vector registers; a layout tells which order.
struct Layout: ~Copyable {
  let handle: OpaquePointer

  /// What a layout is made for.
  enum Format {
    /// As the operation that it is given to likes best; no memory can be made of it.
    case any
    /// The last dimension is contiguous: NCHW for images, OIHW for kernels.
    case plain
    /// NHWC.
    case channelsLast
    /// Images with their channels in blocks of 8 or 16.
    case blocked8
    case blocked16

    fileprivate var value: cdnn_format {
      switch self {
      case .any: cdnn_any
      case .plain: cdnn_plain
      case .channelsLast: cdnn_channels_last
      case .blocked8: cdnn_blocked_8
      case .blocked16: cdnn_blocked_16
      }
    }
  }

  init(_ shape: [Int], _ format: Format) throws(ComputeError) {
    let dimensions = shape.map(Int64.init)
    handle = try makeHandle("making a layout of \(shape)") {
      cdnn_layout_create($0, Int32(dimensions.count), dimensions, format.value)
    }
  }

  /// A tensor's layout.
  init(of tensor: Tensor) throws(ComputeError) {
    let tensorHandle = tensor.handle
    handle = try makeHandle("asking a tensor of \(tensor.shape) for its layout") {
      cdnn_memory_layout(tensorHandle, $0)
    }
  }

  /// The layout that an operation wants for a role.
  init(of role: cdnn_role, in operation: borrowing Operation) throws(ComputeError) {
    let operationHandle = operation.handle
    handle = try makeHandle("asking \(operation.name) for its layout") {
      cdnn_operation_layout(operationHandle, role, $0)
    }
  }

  deinit { cdnn_layout_destroy(handle) }

  static func == (left: borrowing Layout, right: borrowing Layout) -> Bool {
    cdnn_layout_equal(left.handle, right.handle)
  }

  static func != (left: borrowing Layout, right: borrowing Layout) -> Bool { !(left == right) }

  /// The number of floats that a memory of this layout takes, padding included.
  var floatCount: Int { cdnn_layout_bytes(handle) / MemoryLayout<Float>.stride }
}
