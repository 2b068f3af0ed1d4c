/// Where the elements of an array belong in C order, in which the last dimension is the fastest, if they come in Fortran
/// order, in which the first is.
struct PlacesInCOrder {
  private let shape: [Int]
  /// What one step along each dimension is in C order.
  private let strides: [Int]
  private var index: [Int]
  private var place = 0

  /// Takes the shape of an array that has elements.
  init(shape: [Int]) {
    self.shape = shape
    var strides = [Int](repeating: 1, count: shape.count)
    for dimension in shape.indices.dropLast().reversed() {
      strides[dimension] = strides[dimension + 1] * shape[dimension + 1]
    }
    self.strides = strides
    index = [Int](repeating: 0, count: shape.count)
  }

  /// The place of the next element; after the last, that of the first.
  mutating func next() -> Int {
    defer {
      for dimension in shape.indices {
        index[dimension] += 1
        place += strides[dimension]
        if index[dimension] < shape[dimension] { break }
        place -= strides[dimension] * shape[dimension]
        index[dimension] = 0
      }
    }
    return place
  }
}
