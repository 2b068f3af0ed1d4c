/// What a pass has to do at least: floating-point operations of the direct algorithm, and bytes moved between memory and
/// the processor.
package struct PassWork: Sendable {
  /// Floating-point operations.
  package var flops: Double
  /// Bytes read and written.
  package var bytes: Double

  /// States a pass's work.
  package init(flops: Double = 0, bytes: Double = 0) {
    self.flops = flops
    self.bytes = bytes
  }
}
