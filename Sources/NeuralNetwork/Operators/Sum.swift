import CKernels

/// Adds tensors of one layout.
struct Sum {
  private let terms: [Tensor]
  private let pointers: [UnsafePointer<Float>?]
  private let result: Tensor

  init(of terms: [Tensor], into result: Tensor) {
    self.terms = terms
    pointers = terms.map { UnsafePointer($0.values.baseAddress) }
    self.result = result
  }

  func run() {
    ck_add(Int64(result.values.count), Int64(terms.count), pointers, result.values.baseAddress)
  }
}
