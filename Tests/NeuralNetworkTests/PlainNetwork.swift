import Foundation

@testable import NeuralNetwork

/// The forward pass of a network in training mode, in plain double precision: the definition that the fast implementation
/// is held against. Weights are in Keras' order.
struct PlainNetwork {
  let network: Network
  var weights: [String: [Double]]
  /// Dropout's seed, model and step; nil leaves dropout out.
  var dropout: DropoutSeed?

  struct DropoutSeed {
    var seed: UInt64
    var model: UInt64
    var step: UInt64
  }

  /// The mean cross-entropy over the samples.
  func loss(images: [Double], labels: [Int]) -> Double {
    var sum = 0.0
    for (row, label) in zip(logits(images: images, samples: labels.count), labels) {
      let highest = row.max() ?? 0
      sum += log(row.reduce(0) { $0 + exp($1 - highest) }) - (row[label] - highest)
    }
    return sum / Double(labels.count)
  }

  /// Central differences of the loss by one parameter's values.
  func differences(by name: String, images: [Double], labels: [Int]) -> [Double] {
    let step = 1e-5
    var changed = self
    return (weights[name] ?? []).enumerated().map { place, value in
      changed.weights[name]?[place] = value + step
      let above = changed.loss(images: images, labels: labels)
      changed.weights[name]?[place] = value - step
      let below = changed.loss(images: images, labels: labels)
      changed.weights[name]?[place] = value
      return (above - below) / (2 * step)
    }
  }

  func logits(images: [Double], samples: Int) -> [[Double]] {
    let input = Activations(samples: samples, shape: network.input, values: images)
    var outputs: [Activations] = []
    for node in network.nodes {
      guard let layer = node.layer as? any PlainLayer else { return [] }
      let inputs = node.inputs.map { $0.node.map { outputs[$0] } ?? input }
      let weights = Dictionary(
        uniqueKeysWithValues: node.parameters.map { ($0.part, self.weights[node.name(of: $0.part)] ?? []) })
      outputs.append(
        layer.forward(
          inputs, into: Activations(samples: samples, shape: node.shape), weights: weights, dropout: dropout))
    }
    let last = outputs.last ?? input
    let classes = last.values.count / samples
    return (0..<samples).map { Array(last.values[$0 * classes..<($0 + 1) * classes]) }
  }
}

/// A layer's definition in double precision, and how it is tried.
protocol PlainLayer: Layer {
  /// Computes the output from the inputs.
  ///
  /// - Parameters:
  ///   - output: zeros in the output's shape.
  ///   - weights: the layer's parameters by their part of the name.
  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations

  /// Settings in which the layer's gradients are held against finite differences.
  static var trials: [LayerTrial] { get }
}

/// A layer with the shapes of what it reads.
struct LayerTrial: Sendable {
  var layer: any Layer
  var inputs: [Shape]

  init(_ layer: any Layer, _ inputs: Shape...) {
    self.layer = layer
    self.inputs = inputs
  }
}

/// Values of a batch: [sample][row][column][channel].
struct Activations {
  var samples: Int
  var height: Int
  var width: Int
  var channels: Int
  var values: [Double]

  init(samples: Int, shape: Shape, values: [Double]? = nil) {
    self.samples = samples
    switch shape {
    case .image(let height, let width, let channels):
      (self.height, self.width, self.channels) = (height, width, channels)
    case .vector(let count): (height, width, channels) = (1, 1, count)
    }
    self.values = values ?? [Double](repeating: 0, count: samples * shape.count)
  }

  subscript(n: Int, y: Int, x: Int, c: Int) -> Double {
    get { values[((n * height + y) * width + x) * channels + c] }
    set { values[((n * height + y) * width + x) * channels + c] = newValue }
  }

  /// All samples, rows, columns and channels.
  func forEachPlace(_ body: (_ n: Int, _ y: Int, _ x: Int, _ c: Int) -> Void) {
    for n in 0..<samples {
      for y in 0..<height {
        for x in 0..<width {
          for c in 0..<channels { body(n, y, x, c) }
        }
      }
    }
  }

  func map(_ function: (Double) -> Double) -> Activations {
    var result = self
    result.values = values.map(function)
    return result
  }
}
