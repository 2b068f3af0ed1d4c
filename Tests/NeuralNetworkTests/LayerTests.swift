import Randomness
import TestSupport
import Testing

@testable import NeuralNetwork

/// Every kind of layer, compiled on its own, against its definition in double precision and that one's central differences,
/// for all orders that images can stand in.
@Suite struct LayerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var trial: LayerTrial
    var testDescription: String {
      "\(trial.layer) reads \(trial.inputs.map(\.description).joined(separator: ", "))"
    }
  }

  static let cases = LayerKinds.all.flatMap { kind in
    ((kind as? any PlainLayer.Type)?.trials ?? []).map { Case(trial: $0) }
  }

  @Test(arguments: LayerKinds.all.map { "\($0)" }) func everyKindIsTried(_ kind: String) {
    #expect(Self.cases.contains { "\(type(of: $0.trial.layer))" == kind }, "\(kind) needs a definition in PlainLayers/")
  }

  @Test(arguments: cases) func outputAndGradientsAgreeWithTheDefinition(_ test: Case) throws {
    let layer = try #require(test.trial.layer as? any PlainLayer)
    let shapes = test.trial.inputs
    let node = Node(
      name: "layer", layer: layer, inputs: shapes.map { Value(node: nil, shape: $0) },
      shape: try layer.output(of: shapes))
    let definition = Definition(layer, node)
    let expected = definition.gradients()
    for format: Layout.Format in shapes[0].isImage ? [.plain, .channelsLast, .blocked8] : [.plain] {
      let ours = try compute(definition, format: format)
      #expect(relativeNorm(ours.output, definition.output()) < 1e-5, "\(format)")
      #expect(ours.gradients.count == expected.count)
      for (name, gradient) in ours.gradients {
        #expect(relativeNorm(gradient, expected[name] ?? []) < 1e-4, "the gradient of \(name), \(format)")
      }
    }
  }

  /// What the compiled layer makes of a definition's numbers.
  private func compute(
    _ definition: Definition, format: Layout.Format
  ) throws -> (output: [Float], gradients: [String: [Float]]) {
    let (node, samples) = (definition.node, Definition.samples)
    let engine = try Engine()
    let store = ParameterStore([node])
    let sources = try node.inputShapes.enumerated().map { index, shape in
      let tensor = try Tensor(
        rowMajor: definition.numbers(Definition.input(index)).map(Float.init), shape, samples: samples,
        format: shape.isImage ? format : .plain, engine: engine)
      return Source(tensor: tensor, gradient: try tensor.similar())
    }
    let context = PlanContext(
      isTraining: true, drops: true, parameters: store, clock: StepClock(seed: 3, model: 1), engine: engine)
    let made = try node.layer.compile(Site(node: node, inputs: sources, context: context))
    #expect(store.all.count == node.parameters.count)
    for parameter in store.all {
      try parameter.setKerasValues(definition.numbers(parameter.spec.part).map(Float.init), of: parameter.value)
    }
    try made.forward()
    try #require(made.outputGradient).setRowMajor(definition.outputGradient.map(Float.init), node.shape)
    try made.backward()

    var gradients: [String: [Float]] = [:]
    for (index, source) in sources.enumerated() {
      gradients[Definition.input(index)] = try #require(source.gradient).rowMajorValues(node.inputShapes[index])
    }
    for parameter in store.all {
      if let gradient = parameter.gradient { gradients[parameter.spec.part] = try parameter.kerasValues(gradient) }
    }
    return (try made.output.rowMajorValues(node.shape), gradients)
  }
}

/// A layer with numbers for its inputs and parameters, all of them exact in float32.
private struct Definition {
  static let samples = 2
  let layer: any PlainLayer
  let node: Node
  let outputGradient: [Double]
  private var values: [String: [Double]] = [:]

  init(_ layer: any PlainLayer, _ node: Node) {
    (self.layer, self.node) = (layer, node)
    var random = SeededRandom(seed: 5)
    func draw(_ count: Int) -> [Double] { (0..<count).map { _ in Double(2 * random.float() - 1) } }
    outputGradient = draw(Self.samples * node.shape.count)
    for (index, shape) in node.inputShapes.enumerated() { values[Self.input(index)] = draw(Self.samples * shape.count) }
    for spec in node.parameters { values[spec.part] = draw(spec.count) }
  }

  /// The name of an input's numbers.
  static func input(_ index: Int) -> String { "input \(index)" }

  func numbers(_ name: String) -> [Double] { values[name] ?? [] }

  func output() -> [Double] {
    layer.forward(
      node.inputShapes.enumerated().map { index, shape in
        Activations(samples: Self.samples, shape: shape, values: numbers(Self.input(index)))
      },
      into: Activations(samples: Self.samples, shape: node.shape), weights: values,
      dropout: PlainNetwork.DropoutSeed(seed: 3, model: 1, step: 0)
    ).values
  }

  /// Central differences of the sum of the outputs, each times its gradient, by all that is learnt or read.
  func gradients() -> [String: [Double]] {
    let untrained = node.parameters.filter { !$0.isTrained }.map(\.part)
    let names = values.keys.filter { !untrained.contains($0) }
    let step = 1e-5
    return Dictionary(
      uniqueKeysWithValues: names.map { name in
        var changed = self
        let point = numbers(name)
        let slopes = point.indices.map { place in
          func result(_ number: Double) -> Double {
            changed.values[name]?[place] = number
            defer { changed.values[name]?[place] = point[place] }
            return zip(changed.output(), outputGradient).reduce(0) { $0 + $1.0 * $1.1 }
          }
          return (result(point[place] + step) - result(point[place] - step)) / (2 * step)
        }
        return (name, slopes)
      })
  }
}

extension Shape {
  fileprivate var isImage: Bool { if case .image = self { true } else { false } }
}
