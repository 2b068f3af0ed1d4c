import Randomness
import TestSupport
import Testing

@testable import NeuralNetwork

/// Every kind of layer, compiled on its own, against its definition in double precision and that one's central differences.
@Suite struct LayerTests {
  /// A layer to try, and how its images' channels stand.
  struct Case: Sendable, CustomTestStringConvertible {
    var trial: LayerTrial
    var format: Layout.Format
    var testDescription: String {
      "\(trial.layer) reads \(trial.inputs.map(\.description).joined(separator: ", ")), \(format)"
    }
  }

  static let cases = LayerKinds.all.flatMap { kind -> [Case] in
    let trials = (kind as? any PlainLayer.Type)?.trials ?? []
    return trials.flatMap { trial in
      let formats: [Layout.Format] = trial.inputs[0].isImage ? [.plain, .channelsLast, .blocked8] : [.plain]
      return formats.map { Case(trial: trial, format: $0) }
    }
  }

  @Test(arguments: LayerKinds.all.map { "\($0)" }) func everyKindIsTried(_ kind: String) {
    #expect(Self.cases.contains { "\(type(of: $0.trial.layer))" == kind }, "\(kind) needs a definition in PlainLayers/")
  }

  @Test(arguments: cases) func outputAndGradientsAgreeWithTheDefinition(_ test: Case) throws {
    let samples = 3
    let layer = try #require(test.trial.layer as? any PlainLayer)
    let shapes = test.trial.inputs
    let shape = try layer.output(of: shapes)
    let node = Node(
      name: "layer", layer: layer, inputs: shapes.map { Value(node: nil, shape: $0) }, shape: shape)
    let engine = try Engine()
    let store = ParameterStore([node])
    var random = SeededRandom(seed: 5)
    func values(_ count: Int) -> [Float] { (0..<count).map { _ in 2 * random.float() - 1 } }

    let inputs = shapes.map { values(samples * $0.count) }
    let sources = try zip(shapes, inputs).map { shape, values in
      let format = shape.isImage ? test.format : .plain
      let tensor = try Tensor(rowMajor: values, shape, samples: samples, format: format, engine: engine)
      return Source(tensor: tensor, gradient: try tensor.similar())
    }
    let clock = StepClock(seed: 3, model: 1)
    let made = try layer.compile(
      Site(
        node: node, inputs: sources,
        context: PlanContext(isTraining: true, drops: true, parameters: store, clock: clock, engine: engine)))
    var weights: [String: [Float]] = [:]
    for parameter in store.all {
      let drawn = values(parameter.spec.count).map { parameter.name.hasSuffix("variance") ? abs($0) : $0 }
      try parameter.setKerasValues(drawn, of: parameter.value)
      weights[parameter.spec.part] = drawn
    }
    #expect(store.all.count == node.parameters.count)
    let outputGradient = values(samples * shape.count)
    try made.forward()
    try #require(made.outputGradient).setRowMajor(outputGradient, shape)
    try made.backward()

    /// The sum of the outputs, each times its gradient.
    func result(_ inputs: [[Double]], _ weights: [String: [Double]]) -> Double {
      zip(output(inputs, weights), outputGradient).reduce(0) { $0 + $1.0 * Double($1.1) }
    }
    func output(_ inputs: [[Double]], _ weights: [String: [Double]]) -> [Double] {
      layer.forward(
        zip(shapes, inputs).map { Activations(samples: samples, shape: $0, values: $1) },
        into: Activations(samples: samples, shape: shape), weights: weights,
        dropout: PlainNetwork.DropoutSeed(seed: 3, model: 1, step: 0)
      ).values
    }
    let (doubles, doubleWeights) = (inputs.map { $0.map(Double.init) }, weights.mapValues { $0.map(Double.init) })
    let ours = try made.output.rowMajorValues(shape)
    #expect(relativeNorm(ours, output(doubles, doubleWeights)) < 1e-5)
    for (index, source) in sources.enumerated() {
      let expected = differences(at: doubles[index]) { changed in
        var inputs = doubles
        inputs[index] = changed
        return result(inputs, doubleWeights)
      }
      let gradient = try #require(source.gradient).rowMajorValues(shapes[index])
      #expect(relativeNorm(gradient, expected) < 1e-4, "the gradient of input \(index)")
    }
    for parameter in store.all {
      guard let gradient = parameter.gradient else { continue }
      let part = parameter.spec.part
      let expected = differences(at: doubleWeights[part] ?? []) { changed in
        result(doubles, doubleWeights.merging([part: changed]) { $1 })
      }
      #expect(relativeNorm(try parameter.kerasValues(gradient), expected) < 1e-4, "the gradient of \(part)")
    }
  }

  /// Central differences of a function at a point.
  private func differences(at point: [Double], of function: ([Double]) -> Double) -> [Double] {
    let step = 1e-5
    return point.indices.map { place in
      var (above, below) = (point, point)
      above[place] += step
      below[place] -= step
      return (function(above) - function(below)) / (2 * step)
    }
  }
}

extension Shape {
  fileprivate var isImage: Bool { if case .image = self { true } else { false } }
}
