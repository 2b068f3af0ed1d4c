/// Numbers of the data as they are compared: what is not a number equals what is not a number, so that two figures of the same
/// data are equal even if it has gaps.
struct Numbers: Sendable, Equatable {
  let values: [Double]

  init(_ values: [Double]) {
    self.values = values
  }

  static func == (one: Numbers, other: Numbers) -> Bool {
    one.values == other.values || one.values.elementsEqual(other.values) { Number($0) == Number($1) }
  }
}

/// A single number of the data as it is compared.
struct Number: Sendable, Equatable {
  let value: Double

  init(_ value: Double) {
    self.value = value
  }

  static func == (one: Number, other: Number) -> Bool {
    one.value == other.value || (one.value.isNaN && other.value.isNaN)
  }
}
