import CDNN
import CKernels

/// Where operations run, and on how many threads. All tensors and operations of a model share one, so it is a class and
/// lives as long as they do.
package final class Engine {
  let handle: OpaquePointer
  /// The number of threads that compute. Results depend on it in their last bits, since sums are split differently.
  package let threads: Int
  private let isCountSet: Bool

  /// Makes an engine on the processor.
  ///
  /// - Parameter threads: the number of threads; nil for one per core.
  package init(threads: Int? = nil) throws(ComputeError) {
    self.threads = threads ?? Int(ck_thread_count())
    isCountSet = threads != nil
    handle = try makeHandle("starting oneDNN") { cdnn_engine_create($0) }
    try setThreads()
  }

  deinit { cdnn_engine_destroy(handle) }

  /// Sets the number of threads for what the calling thread computes next: OpenMP keeps a number for each thread.
  func setThreads() throws(ComputeError) {
    guard let count = Int32(exactly: threads), count > 0, cdnn_set_threads(count) || !isCountSet else {
      throw ComputeError(operation: "setting \(threads) threads", reason: "oneDNN's threads are not OpenMP's here")
    }
  }

  /// oneDNN's version, such as `2.6.3`.
  package static var version: String { String(cString: cdnn_version()) }

  /// The instruction set that oneDNN uses here, such as `AVX2`.
  package static var instructionSet: String { String(cString: cdnn_instruction_set()) }

  /// Whether oneDNN's blocks are of 16 channels here.
  static let hasWideVectors = instructionSet == "AVX-512"
}
