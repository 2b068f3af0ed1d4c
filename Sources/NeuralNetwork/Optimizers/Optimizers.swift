/// The optimizers that a recipe can name.
package enum Optimizers {
  package static let all: [any Optimizer.Type] = [
    Adam.self,
    SGD.self,
    Averaged.self,
    AdamW.self,
  ]
}
