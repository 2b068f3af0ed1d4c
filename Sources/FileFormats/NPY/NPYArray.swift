/// An array of a NumPy .npy file.
package struct NPYArray: Sendable, Equatable {
  /// Elements in the types that .npy files are read into; NumPy's float16 is widened to float32.
  package enum Elements: Sendable, Equatable {
    /// NumPy's uint8.
    case uint8([UInt8])
    /// NumPy's uint16.
    case uint16([UInt16])
    /// NumPy's uint32.
    case uint32([UInt32])
    /// NumPy's uint64.
    case uint64([UInt64])
    /// NumPy's int8.
    case int8([Int8])
    /// NumPy's int16.
    case int16([Int16])
    /// NumPy's int32.
    case int32([Int32])
    /// NumPy's int64.
    case int64([Int64])
    /// NumPy's float32, or float16.
    case float32([Float])
    /// NumPy's float64.
    case float64([Double])
    /// NumPy's str or bytes, of any length.
    case texts([String])

    /// The number of elements.
    package var count: Int {
      switch self {
      case .uint8(let values): values.count
      case .uint16(let values): values.count
      case .uint32(let values): values.count
      case .uint64(let values): values.count
      case .int8(let values): values.count
      case .int16(let values): values.count
      case .int32(let values): values.count
      case .int64(let values): values.count
      case .float32(let values): values.count
      case .float64(let values): values.count
      case .texts(let values): values.count
      }
    }

    /// NumPy's name of the type, such as `float32`.
    package var typeName: String {
      switch self {
      case .uint8: "uint8"
      case .uint16: "uint16"
      case .uint32: "uint32"
      case .uint64: "uint64"
      case .int8: "int8"
      case .int16: "int16"
      case .int32: "int32"
      case .int64: "int64"
      case .float32: "float32"
      case .float64: "float64"
      case .texts: "texts"
      }
    }
  }

  /// The size along each dimension, the slowest first; empty for a single number.
  package let shape: [Int]
  /// All elements in C order: the last dimension is the fastest.
  package let elements: Elements

  /// Takes as many elements as `shape` says.
  package init(shape: [Int], elements: Elements) {
    precondition(elementCount(of: shape) == elements.count, "the elements must fill \(shape)")
    self.shape = shape
    self.elements = elements
  }

  /// The elements as integers; nil if they are floating-point numbers or texts, or one does not fit.
  package var integers: [Int]? {
    switch elements {
    case .uint8(let values): values.map(Int.init)
    case .uint16(let values): values.map(Int.init)
    case .uint32(let values): values.map(Int.init)
    case .uint64(let values): values.allSatisfy { $0 <= UInt64(Int.max) } ? values.map { Int($0) } : nil
    case .int8(let values): values.map(Int.init)
    case .int16(let values): values.map(Int.init)
    case .int32(let values): values.map(Int.init)
    case .int64(let values): values.map(Int.init)
    case .float32, .float64, .texts: nil
    }
  }

  /// The elements as float32, float64 rounded to it; nil if they are integers or texts.
  package var floats: [Float]? {
    switch elements {
    case .float32(let values): values
    case .float64(let values): values.map { Float($0) }
    default: nil
    }
  }

  /// The elements as float64; nil if they are integers or texts.
  package var doubles: [Double]? {
    switch elements {
    case .float32(let values): values.map { Double($0) }
    case .float64(let values): values
    default: nil
    }
  }

  /// The elements if they are texts.
  package var texts: [String]? { if case .texts(let values) = elements { values } else { nil } }

  /// The elements as ``floats`` has them, given up by the array so that they can be changed in place.
  package consuming func takeFloats() -> [Float]? { floats }
}
