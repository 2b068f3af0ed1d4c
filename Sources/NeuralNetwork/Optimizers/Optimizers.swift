import Kinds

/// The optimizers that a recipe can name.
package enum Optimizers {
  package static let all: [any Optimizer.Type] = [
    Adam.self,
    SGD.self,
    Averaged.self,
    AdamW.self,
  ]
}

extension Decoder {
  /// Reads one of ``Optimizers``.
  package func decodeOptimizer() throws -> any Optimizer {
    guard let optimizer = try decodeKind(of: Optimizers.all) as? any Optimizer else {
      throw FieldError(codingPath, "it is no optimizer")
    }
    return optimizer
  }
}
