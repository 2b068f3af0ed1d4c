import Randomness

/// The samples of one pass over a set, batch after batch. The last batch is smaller where the set is no multiple.
///
///     for batch in Batches(shuffling: dataset.split.training, size: 128, seed: 42, epoch: 0) {
///       step(on: batch)  // the positions of 128 samples
///     }
package struct Batches: RandomAccessCollection, Sendable, Equatable {
  /// The positions of the samples in the order of the pass.
  package let order: [Int]
  /// The samples of a batch, but for the last.
  package let size: Int

  /// The samples of `samples` in an order that only the seed and the epoch (from 0) determine; `size` is at least 1.
  package init(shuffling samples: Range<Int>, size: Int, seed: UInt64, epoch: Int) {
    var random = SeededRandom(seed: seed, purpose: .epochOrder, indices: [UInt64(epoch)])
    self.init(order: random.permutation(of: samples), size: size)
  }

  /// The samples in the order given; `size` is at least 1.
  package init(order: [Int], size: Int) {
    precondition(size > 0, "a batch holds at least one sample")
    self.order = order
    self.size = size
  }

  /// 0.
  package var startIndex: Int { 0 }

  /// The number of batches.
  package var endIndex: Int { (order.count + size - 1) / size }

  /// The positions of one batch's samples.
  package subscript(batch: Int) -> ArraySlice<Int> {
    order[batch * size..<Swift.min((batch + 1) * size, order.count)]
  }
}
