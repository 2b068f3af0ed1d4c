import CDNN

/// Where operations run. All tensors and operations of a model share one, so it is a class and lives as long as they do.
public final class Engine {
  let handle: OpaquePointer

  /// Makes an engine on the processor.
  public init() throws(ComputeError) {
    handle = try makeHandle("starting oneDNN") { cdnn_engine_create($0) }
  }

  deinit { cdnn_engine_destroy(handle) }

  /// oneDNN's version, such as `2.6.3`.
  public static var version: String { String(cString: cdnn_version()) }

  /// The instruction set that oneDNN uses here, such as `AVX2`.
  public static var instructionSet: String { String(cString: cdnn_instruction_set()) }

  /// Whether oneDNN's blocks are of 16 channels here.
  static let hasWideVectors = instructionSet.uppercased().contains("AVX512")

  /// Sets how many threads oneDNN computes with, from the next operation on. Results depend on the count in their last
  /// bits, since sums are split differently.
  public static func setThreads(_ count: Int) throws(ComputeError) {
    guard let count = Int32(exactly: count), count > 0, cdnn_set_threads(count) else {
      throw ComputeError(operation: "setting \(count) threads", reason: "oneDNN's threads are not OpenMP's here")
    }
  }
}
