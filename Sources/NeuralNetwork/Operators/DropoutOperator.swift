import CKernels
import Randomness

/// Dropout while training. Whether a value is kept follows from the seed, the layer's stream, the step and the value's
/// place in the batch alone.
final class DropoutOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let input: Source
  private let layer: Dropout
  private let clock: StepClock
  private var scales: [Float]

  init(_ layer: Dropout, at site: Site) throws(ComputeError) {
    self.layer = layer
    input = site.input
    clock = site.context.clock
    output = try input.tensor.similar()
    outputGradient = input.gradient == nil ? nil : try output.similar()
    scales = [Float](repeating: 1, count: output.values.count)
  }

  func forward() {
    let random = CounterRandom(
      seed: clock.seed, purpose: .dropout, indices: [clock.model, UInt64(layer.stream), UInt64(clock.step)])
    ck_dropout(
      Int64(scales.count), random.seed, layer.rate, input.tensor.values.baseAddress, &scales, output.values.baseAddress)
  }

  func backward() {
    guard let inputGradient = input.gradient, let outputGradient else { return }
    let (source, destination) = (outputGradient.values, inputGradient.values)
    scales.withUnsafeBufferPointer { scales in
      for place in 0..<scales.count { destination[place] = source[place] * scales[place] }
    }
  }
}
