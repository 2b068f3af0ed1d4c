import Randomness

/// The samples of one pass over a set, batch after batch. The last batch is smaller where the set is no multiple.
///
///     for batch in Batches(shuffling: dataset.split.training, size: 128, seed: 42, epoch: 0) {
///       step(on: batch)  // the positions of 128 samples
///     }
public struct Batches: RandomAccessCollection, Sendable, Equatable {
  /// The positions of the samples in the order of the pass.
  public let order: [Int]
  /// The samples of a batch, but for the last.
  public let size: Int

  /// The samples of `samples` in an order that only the seed and the epoch (from 0) determine; `size` is at least 1.
  public init(shuffling samples: Range<Int>, size: Int, seed: UInt64, epoch: Int) {
    var random = SeededRandom(seed: seed, purpose: .epochOrder, indices: [UInt64(epoch)])
    self.init(order: random.permutation(of: samples), size: size)
  }

  /// The samples in the order given; `size` is at least 1.
  public init(order: [Int], size: Int) {
    precondition(size > 0, "a batch holds at least one sample")
    self.order = order
    self.size = size
  }

  /// 0.
  public var startIndex: Int { 0 }

  /// The number of batches.
  public var endIndex: Int { (order.count + size - 1) / size }

  /// The positions of one batch's samples.
  public subscript(batch: Int) -> ArraySlice<Int> {
    order[batch * size..<Swift.min((batch + 1) * size, order.count)]
  }
}
