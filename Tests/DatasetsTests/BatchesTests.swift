import Datasets
import Testing

@Suite struct BatchesTests {
  @Test func theLastBatchIsSmaller() {
    let batches = Batches(order: [3, 1, 4, 1, 5, 9, 2], size: 3)
    #expect(batches.map(Array.init) == [[3, 1, 4], [1, 5, 9], [2]])
    #expect(Batches(order: [3, 1, 4], size: 3).map(Array.init) == [[3, 1, 4]])
    #expect(Batches(order: [], size: 3).isEmpty)
    #expect(Batches(shuffling: 0..<48_000, size: 128, seed: 42, epoch: 0).count == 375)
  }

  @Test func anEpochShowsEverySampleOnce() {
    let batches = Batches(shuffling: 10..<110, size: 32, seed: 42, epoch: 0)
    #expect(batches.map(\.count) == [32, 32, 32, 4])
    #expect(batches.flatMap { $0 }.sorted() == Array(10..<110))
  }

  @Test func theSeedAndTheEpochMakeTheOrder() {
    func order(seed: UInt64, epoch: Int) -> [Int] {
      Batches(shuffling: 0..<100, size: 32, seed: seed, epoch: epoch).order
    }
    #expect(order(seed: 42, epoch: 3) == order(seed: 42, epoch: 3))
    #expect(order(seed: 42, epoch: 3) != order(seed: 42, epoch: 4))
    #expect(order(seed: 42, epoch: 3) != order(seed: 43, epoch: 3))
  }
}
