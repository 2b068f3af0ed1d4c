import CDNN
import Problems

/// What oneDNN refused, with its reason.
package struct ComputeError: Problem, Equatable {
  /// What was asked for, such as `making the convolution conv_2`.
  package let operation: String
  /// oneDNN's reason in words.
  package let reason: String

  /// What failed, and with which library.
  package var what: String {
    "\(operation) failed: \(reason) (oneDNN \(Engine.version), \(Engine.instructionSet))"
  }

  /// Memory is what runs out; all else is a bug.
  package var advice: String { "Free some memory and try again, or report this as a bug" }

  /// The network itself is sound.
  package var kind: ProblemKind { .machine }
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
