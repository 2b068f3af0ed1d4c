import Foundation
import Randomness

@testable import NeuralNetwork

/// The forward pass of an architecture in training mode, in plain double precision: the definition that the fast
/// implementation is held against. Activations are [sample][row][column][channel], weights in Keras' order.
struct PlainNetwork {
  let architecture: Architecture
  var weights: [String: [Double]]
  /// Dropout's seed, model and step; nil leaves dropout out.
  var dropout: (seed: UInt64, model: UInt64, step: UInt64)?

  /// Values of all samples, with the shape of one.
  private struct Activations {
    var samples: Int
    var height: Int
    var width: Int
    var channels: Int
    var values: [Double]

    init(samples: Int, height: Int, width: Int, channels: Int) {
      (self.samples, self.height, self.width, self.channels) = (samples, height, width, channels)
      values = [Double](repeating: 0, count: samples * height * width * channels)
    }

    func place(_ n: Int, _ y: Int, _ x: Int, _ c: Int) -> Int { ((n * height + y) * width + x) * channels + c }

    subscript(n: Int, y: Int, x: Int, c: Int) -> Double {
      get { values[place(n, y, x, c)] }
      set { values[place(n, y, x, c)] = newValue }
    }
  }

  /// The mean cross-entropy over the samples.
  func loss(images: [Double], labels: [Int]) -> Double {
    let logits = logits(images: images, samples: labels.count)
    var sum = 0.0
    for (row, label) in zip(logits, labels) {
      let highest = row.max() ?? 0
      sum += log(row.reduce(0) { $0 + exp($1 - highest) }) - (row[label] - highest)
    }
    return sum / Double(labels.count)
  }

  func logits(images: [Double], samples: Int) -> [[Double]] {
    var x = Activations(samples: samples, height: architecture.height, width: architecture.width, channels: 1)
    x.values = images
    var counts = (convolution: 0, normalization: 0, dense: 0)
    for (place, layer) in architecture.layers.enumerated() {
      switch layer {
      case .convolution(let filters, let kernel):
        counts.convolution += 1
        x = convolution(x, filters: filters, size: kernel, name: "conv_\(counts.convolution)")
      case .batchNormalization:
        counts.normalization += 1
        x = normalization(x, name: "norm_\(counts.normalization)")
      case .maxPooling(let size): x = pooling(x, size: size)
      case .dense(let units, let relu):
        counts.dense += 1
        x = dense(x, units: units, relu: relu, name: "dense_\(counts.dense)")
      case .dropout(let rate): x = dropped(x, rate: rate, layer: place)
      }
    }
    return (0..<samples).map { n in Array(x.values[n * x.channels..<(n + 1) * x.channels]) }
  }

  private func convolution(_ x: Activations, filters: Int, size: Int, name: String) -> Activations {
    let (kernel, bias) = (weights["\(name).kernel"] ?? [], weights["\(name).bias"] ?? [])
    var y = Activations(samples: x.samples, height: x.height - size + 1, width: x.width - size + 1, channels: filters)
    for n in 0..<y.samples {
      for row in 0..<y.height {
        for column in 0..<y.width {
          for filter in 0..<filters {
            var sum = bias[filter]
            for v in 0..<size {
              for u in 0..<size {
                for c in 0..<x.channels {
                  sum += x[n, row + v, column + u, c] * kernel[((v * size + u) * x.channels + c) * filters + filter]
                }
              }
            }
            y[n, row, column, filter] = max(0, sum)
          }
        }
      }
    }
    return y
  }

  private func normalization(_ x: Activations, name: String) -> Activations {
    let (gamma, beta) = (weights["\(name).gamma"] ?? [], weights["\(name).beta"] ?? [])
    var y = x
    let places = x.values.count / x.channels
    for c in 0..<x.channels {
      let values = (0..<places).map { x.values[$0 * x.channels + c] }
      let mean = values.reduce(0, +) / Double(places)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(places)
      for place in 0..<places {
        y.values[place * x.channels + c] = gamma[c] * (values[place] - mean) / (variance + 1e-3).squareRoot() + beta[c]
      }
    }
    return y
  }

  private func pooling(_ x: Activations, size: Int) -> Activations {
    var y = Activations(samples: x.samples, height: x.height / size, width: x.width / size, channels: x.channels)
    for n in 0..<y.samples {
      for row in 0..<y.height {
        for column in 0..<y.width {
          for c in 0..<y.channels {
            var highest = -Double.infinity
            for v in 0..<size {
              for u in 0..<size { highest = max(highest, x[n, row * size + v, column * size + u, c]) }
            }
            y[n, row, column, c] = highest
          }
        }
      }
    }
    return y
  }

  private func dense(_ x: Activations, units: Int, relu: Bool, name: String) -> Activations {
    let (kernel, bias) = (weights["\(name).kernel"] ?? [], weights["\(name).bias"] ?? [])
    let inputs = x.height * x.width * x.channels
    var y = Activations(samples: x.samples, height: 1, width: 1, channels: units)
    for n in 0..<x.samples {
      for unit in 0..<units {
        var sum = bias[unit]
        for input in 0..<inputs { sum += x.values[n * inputs + input] * kernel[input * units + unit] }
        y[n, 0, 0, unit] = relu ? max(0, sum) : sum
      }
    }
    return y
  }

  private func dropped(_ x: Activations, rate: Float, layer: Int) -> Activations {
    guard let dropout else { return x }
    let random = CounterRandom(
      seed: dropout.seed, purpose: .dropout, indices: [dropout.model, UInt64(layer), dropout.step])
    var y = x
    for place in y.values.indices {
      y.values[place] *= random.float(at: UInt64(place)) < rate ? 0 : 1 / (1 - Double(rate))
    }
    return y
  }
}
