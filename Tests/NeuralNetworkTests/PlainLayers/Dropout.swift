import Randomness

@testable import NeuralNetwork

extension Dropout: PlainLayer {
  // Masks follow the order in memory, which of images differs from machine to machine.
  static let trials = [LayerTrial(Dropout(rate: 0.3, stream: 2), .vector(9))]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    var y = inputs[0]
    guard let dropout else { return y }
    let random = CounterRandom(
      seed: dropout.seed, purpose: .dropout, indices: [dropout.model, UInt64(stream), dropout.step])
    for place in y.values.indices {
      y.values[place] *= random.float(at: UInt64(place)) < rate ? 0 : 1 / (1 - Double(rate))
    }
    return y
  }
}
