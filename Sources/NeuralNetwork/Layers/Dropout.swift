import CKernels
import Randomness

/// Dropout while training: a value is set to 0 with probability `rate`, else divided by 1 - `rate`, and its gradient
/// likewise (Srivastava et al., 2014; "inverted", as Keras has it). A graph for inference leaves the layer out.
///
/// Whether a value is kept follows from the seed, the layer, the step and the value's place in the batch alone.
final class Dropout: Layer {
  let name = "dropout"
  let output: Tensor
  let outputGradient: Tensor?
  private let input: LayerInput
  private let rate: Float
  private let layer: Int
  private let clock: StepClock
  private var scales: [Float]

  init(rate: Float, layer: Int, input: LayerInput, clock: StepClock) throws(ComputeError) {
    self.rate = rate
    self.layer = layer
    self.input = input
    self.clock = clock
    output = try input.tensor.similar()
    outputGradient = try output.similar()
    scales = [Float](repeating: 1, count: output.values.count)
  }

  func forward() {
    let random = CounterRandom(
      seed: clock.seed, purpose: .dropout, indices: [clock.model, UInt64(layer), UInt64(clock.step)])
    ck_dropout(
      Int64(scales.count), random.seed, rate, input.tensor.values.baseAddress, &scales, output.values.baseAddress)
  }

  func backward() {
    guard let inputGradient = input.gradient, let outputGradient else { return }
    let (source, destination) = (outputGradient.values, inputGradient.values)
    scales.withUnsafeBufferPointer { scales in
      for place in 0..<scales.count { destination[place] = source[place] * scales[place] }
    }
  }
}

/// What dropout's masks depend on beside their place: shared by a model's graphs, moved on by its steps.
final class StepClock {
  /// The run's seed.
  let seed: UInt64
  /// Which of the run's models this is.
  let model: UInt64
  /// Training steps taken so far.
  var step = 0

  init(seed: UInt64, model: UInt64) {
    self.seed = seed
    self.model = model
  }
}
