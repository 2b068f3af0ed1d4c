import CDNN

/// What oneDNN refused, with its reason.
public struct ComputeError: Error, Equatable, CustomStringConvertible {
  /// What was asked for, such as `making the convolution conv_2`.
  public let operation: String
  /// oneDNN's reason in words.
  public let reason: String

  /// A sentence for a person to read.
  public var description: String {
    "\(operation) failed: \(reason) (oneDNN \(Engine.version), \(Engine.instructionSet))"
  }
}

/// Throws what a status other than success tells.
func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(ComputeError) {
  guard status != 0 else { return }
  throw ComputeError(operation: operation(), reason: String(cString: cdnn_status_name(status)))
}

/// Runs a function that makes a handle, and takes the handle from it.
func makeHandle(
  _ operation: @autoclosure () -> String, _ make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
) throws(ComputeError) -> OpaquePointer {
  var handle: OpaquePointer?
  try check(make(&handle), operation())
  guard let handle else { throw ComputeError(operation: operation(), reason: "no handle was made") }
  return handle
}
