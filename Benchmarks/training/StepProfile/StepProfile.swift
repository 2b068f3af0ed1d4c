// Times every pass of a training step of networks on MNIST, and prints the medians beside what the machine can do, then every
// augmentation beside the CNN's step. Nothing else should run meanwhile.
//
//     swift run -c release step-profile [STEPS [THREADS]] [NETWORK ...]
//
// A network is its object in a recipe, such as '{"kind": "resnet", "depth": 8}'. All are profiled if none is given.
import Datasets
import Foundation
import Kinds
import NeuralNetwork

@main enum StepProfile {
  static let samples = 128

  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap(Int.init).filter { $0 > 0 }
    let steps = numbers.first ?? 200
    let engine = try Engine(threads: numbers.count > 1 ? numbers[1] : nil)
    let limits = Limits.measured()
    print("oneDNN \(Engine.version) on \(Engine.instructionSet), \(engine.threads) threads, \(steps) steps")
    print(
      String(
        format: "one thread: %.0f GFLOP/s of multiply-adds, reads %.1f GB/s and writes %.1f GB/s of memory",
        limits.gigaflops, limits.readGigabytes, limits.writtenGigabytes))
    let dataset = try Dataset.mnist()
    let images = Shape.image(height: 28, width: 28, channels: 1)
    let given = CommandLine.arguments.dropFirst().filter { $0.hasPrefix("{") }
    let networks = given.isEmpty ? NetworkDesigns.all.map { #"{"kind": "\#($0.kind)"}"# } : given
    for json in networks {
      let design = try JSONDecoder().decode(AnyDesign.self, from: Data(json.utf8)).design
      let step = try profile(design.network(input: images, classes: 10), on: dataset, steps: steps, engine: engine)
      if design is CNN { try AugmentationProfile.run(on: dataset, steps: steps, step: step) }
    }
  }

  /// Returns the median of the whole step in seconds.
  static func profile(_ network: Network, on dataset: Dataset, steps: Int, engine: Engine) throws -> Double {
    let optimizer = Adam()
    let model = try Model(
      network, seed: 1, trainingBatchSizes: [samples], inferenceBatchSize: samples, optimizer: optimizer,
      engine: engine)
    let batches = Batches(shuffling: dataset.split.training, size: samples, seed: 1, epoch: 0)
    var order: [Pass] = []
    var seconds: [Pass: [Double]] = [:]
    var whole: [Double] = []
    let clock = ContinuousClock()
    for step in -10..<steps {
      let start = clock.now
      var last = start
      let batch = batches[(step + 10) % (batches.count - 1)]
      let labels = batch.map { dataset.training.labels[$0] }
      _ = try labels.withUnsafeBufferPointer { labels throws in
        try model.train(labels: labels, rate: 1e-3, fill: { dataset.training.copy(batch, scaledInto: $0) }) { pass in
          let now = clock.now
          if seconds[pass] == nil { order.append(pass) }
          if step >= 0 { seconds[pass, default: []].append((now - last) / .seconds(1)) } else { seconds[pass] = [] }
          last = clock.now
        }
      }
      if step >= 0 { whole.append((clock.now - start) / .seconds(1)) }
    }
    var work = model.work
    // Gradients are read, parameters and slots read and written.
    work[.update] = PassWork(bytes: Double(network.parameterCount * 4 * (3 + 2 * optimizer.slots.count)))
    work[.batch] = PassWork(bytes: Double(samples * network.input.count) * 5)
    print("\n\(network.name), a step of \(samples) samples")
    print("| pass | ms | share | GFLOP | GFLOP/s | MB | GB/s |\n|---|---|---|---|---|---|---|")
    let total = median(whole)
    for pass in order {
      let time = median(seconds[pass] ?? [])
      let needed = work[pass] ?? PassWork()
      var row = String(format: "| %@ | %.3f | %.0f %% |", pass.text, time * 1e3, time / total * 100)
      row += needed.flops > 0 ? String(format: " %.3f | %.0f |", needed.flops / 1e9, needed.flops / time / 1e9) : " | |"
      row += needed.bytes > 0 ? String(format: " %.2f | %.1f |", needed.bytes / 1e6, needed.bytes / time / 1e9) : " | |"
      print(row)
    }
    print(String(format: "| the whole step | %.3f | | | | | |", total * 1e3))
    return total
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// A design of any kind, as a recipe names it.
struct AnyDesign: Decodable {
  let design: any NetworkDesign

  init(from decoder: any Decoder) throws { design = try decoder.decodeKind(of: NetworkDesigns.all) }
}

extension Pass {
  var text: String {
    switch self {
    case .batch: "batch"
    case .forward(let layers): "\(layers) forward"
    case .loss: "softmax and cross-entropy"
    case .backward(let layers): "\(layers) backward"
    case .update: "update"
    }
  }
}
