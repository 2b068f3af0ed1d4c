import CKernels

/// Adds tensors of one layout, with or without ReLU behind.
struct Sum {
  private let terms: [Tensor]
  private let pointers: [UnsafePointer<Float>?]
  private let result: Tensor
  private let hasReLU: Bool

  init(of terms: [Tensor], into result: Tensor, relu: Bool = false) {
    self.terms = terms
    pointers = terms.map { UnsafePointer($0.values.baseAddress) }
    self.result = result
    hasReLU = relu
  }

  func run() {
    ck_add(Int64(result.values.count), Int64(terms.count), pointers, hasReLU, result.values.baseAddress)
  }
}
