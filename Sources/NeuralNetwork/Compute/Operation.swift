import CDNN

/// A oneDNN primitive with the tensors bound to it: made once, run every step without allocating.
struct Operation: ~Copyable {
  /// What it is, for errors: `convolution forward` and the like.
  let name: String
  let engine: Engine
  let handle: OpaquePointer
  /// Bound tensors live as long as the operation.
  private var tensors: [Tensor] = []

  init(
    _ name: String, _ engine: Engine, _ make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws(ComputeError) {
    self.name = name
    self.engine = engine
    handle = try makeHandle("making \(name)", make)
  }

  deinit { cdnn_operation_destroy(handle) }

  /// The kernel that oneDNN chose, as it names it, such as `jit:avx2`.
  var implementation: String { String(cString: cdnn_operation_implementation(handle)) }

  /// Binds a tensor, which must have the layout that the operation wants for the role.
  mutating func bind(_ role: cdnn_role, _ tensor: Tensor) throws(ComputeError) {
    try check(cdnn_operation_bind(handle, role, tensor.handle), "binding a tensor of \(tensor.shape) to \(name)")
    tensors.append(tensor)
  }

  /// Runs and returns when it is done.
  func run() throws(ComputeError) {
    try check(cdnn_operation_run(handle), name)
  }
}

extension Optional where Wrapped == Operation {
  /// Runs the operation if there is one.
  func run() throws(ComputeError) {
    switch self {
    case .some(let operation): try operation.run()
    case .none: break
    }
  }
}

// What the layers are made of. Layouts tell the shapes.
extension Operation {
  /// The two operations that multiply by a kernel.
  enum Product {
    case convolution(PlacedWindow)
    case innerProduct

    fileprivate var name: String {
      switch self {
      case .convolution: "convolution"
      case .innerProduct: "inner product"
      }
    }
  }

  /// - Parameter bias: nil to leave the bias out.
  static func forward(
    _ product: Product, training: Bool, relu: Bool, source: borrowing Layout, weights: borrowing Layout, bias: Tensor?,
    destination: borrowing Layout, engine: Engine
  ) throws(ComputeError) -> Operation {
    let (source, weights, destination) = (source.handle, weights.handle, destination.handle)
    let bias = bias?.layout.handle
    return try Operation("\(product.name) forward", engine) {
      switch product {
      case .convolution(let placed):
        var window = cdnn_window(placed)
        return cdnn_convolution_forward_create(
          $0, engine.handle, training, relu, &window, source, weights, bias, destination)
      case .innerProduct:
        return cdnn_inner_product_forward_create(
          $0, engine.handle, training, relu, source, weights, bias, destination)
      }
    }
  }

  static func backwardData(
    _ product: Product, forward: borrowing Operation, sourceGradient: borrowing Layout, weights: borrowing Layout,
    destinationGradient: borrowing Layout
  ) throws(ComputeError) -> Operation {
    let (source, weights, destination) = (sourceGradient.handle, weights.handle, destinationGradient.handle)
    let (engine, hint) = (forward.engine, forward.handle)
    return try Operation("\(product.name) backward by data", engine) {
      switch product {
      case .convolution(let placed):
        var window = cdnn_window(placed)
        return cdnn_convolution_backward_data_create($0, engine.handle, hint, &window, source, weights, destination)
      case .innerProduct:
        return cdnn_inner_product_backward_data_create($0, engine.handle, hint, source, weights, destination)
      }
    }
  }

  /// - Parameter biasGradient: nil to leave the bias out.
  static func backwardWeights(
    _ product: Product, forward: borrowing Operation, source: borrowing Layout, weightsGradient: borrowing Layout,
    biasGradient: Tensor?, destinationGradient: borrowing Layout
  ) throws(ComputeError) -> Operation {
    let (source, weights) = (source.handle, weightsGradient.handle)
    let (bias, destination) = (biasGradient?.layout.handle, destinationGradient.handle)
    let (engine, hint) = (forward.engine, forward.handle)
    return try Operation("\(product.name) backward by weights", engine) {
      switch product {
      case .convolution(let placed):
        var window = cdnn_window(placed)
        return cdnn_convolution_backward_weights_create(
          $0, engine.handle, hint, &window, source, weights, bias, destination)
      case .innerProduct:
        return cdnn_inner_product_backward_weights_create(
          $0, engine.handle, hint, source, weights, bias, destination)
      }
    }
  }

  /// What is taken of a window.
  enum Pooling {
    case maximum
    case average

    fileprivate var value: cdnn_pooling { self == .maximum ? cdnn_maximum : cdnn_average }
  }

  static func poolingForward(
    _ pooling: Pooling, _ placed: PlacedWindow, training: Bool, source: borrowing Layout,
    destination: borrowing Layout, engine: Engine
  ) throws(ComputeError) -> Operation {
    let (source, destination) = (source.handle, destination.handle)
    var window = cdnn_window(placed)
    return try Operation("\(pooling) pooling forward", engine) {
      cdnn_pooling_forward_create($0, engine.handle, training, pooling.value, &window, source, destination)
    }
  }

  static func poolingBackward(
    _ pooling: Pooling, _ placed: PlacedWindow, forward: borrowing Operation, sourceGradient: borrowing Layout,
    destinationGradient: borrowing Layout
  ) throws(ComputeError) -> Operation {
    let (source, destination) = (sourceGradient.handle, destinationGradient.handle)
    let (engine, hint) = (forward.engine, forward.handle)
    var window = cdnn_window(placed)
    return try Operation("\(pooling) pooling backward", engine) {
      cdnn_pooling_backward_create($0, engine.handle, hint, pooling.value, &window, source, destination)
    }
  }

  /// Copies a tensor into another of the same shape, whose layout may be another.
  static func copy(from source: Tensor, to destination: Tensor) throws(ComputeError) -> Operation {
    let (from, to, engine) = (source.layout.handle, destination.layout.handle, source.engine)
    var copy = try Operation("reordering a tensor", engine) { cdnn_reorder_create($0, engine.handle, from, to) }
    try copy.bind(cdnn_source, source)
    try copy.bind(cdnn_destination, destination)
    return copy
  }
}

extension cdnn_window {
  fileprivate init(_ placed: PlacedWindow) {
    let (window, rows, columns) = (placed.window, placed.rows, placed.columns)
    func both(_ number: Int) -> (Int64, Int64) { (Int64(number), Int64(number)) }
    self.init(
      size: both(window.size), stride: both(window.stride), dilation: both(window.dilation),
      padding_low: (Int64(rows.low), Int64(columns.low)), padding_high: (Int64(rows.high), Int64(columns.high)))
  }
}
