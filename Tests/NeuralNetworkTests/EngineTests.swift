import CKernels
import Testing

@testable import NeuralNetwork

@Suite struct EngineTests {
  /// OpenMP keeps one number for each calling thread, which another engine may have set meanwhile.
  @Test func everyPassRunsWithTheThreadsOfItsOwnEngine() throws {
    let network = try Network("dense", input: .vector(4), layers: [Dense(units: 2)])
    let model = try Model(
      network, seed: 1, trainingBatchSizes: [2], inferenceBatchSize: 2, engine: Engine(threads: 1))
    let other = try Engine(threads: 2)
    #expect(ck_thread_count() == 2 && other.threads == 2)
    _ = try ([0, 1] as [Int32]).withUnsafeBufferPointer { labels throws in
      try model.computeGradients(labels: labels) { $0.update(repeating: 1) }
    }
    #expect(ck_thread_count() == 1)
  }
}
