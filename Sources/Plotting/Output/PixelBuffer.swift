import Glibc

/// Pixels as Cairo keeps them, `0x??RRGGBB` or, with colours multiplied by their opacity, `0xAARRGGBB`; borrowed for the time
/// of a call.
struct PixelBuffer {
  var width: Int
  var height: Int
  /// Pixels from one row to the next.
  var stride: Int
  /// Whether the first byte of a pixel says nothing.
  var isOpaque = true
  var start: UnsafePointer<UInt32>

  /// The pixels of a row.
  func row(_ y: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: start + y * stride, count: width)
  }

  /// Whether a row has the pixels of the one above it.
  func repeatsRow(_ y: Int) -> Bool {
    guard y > 0 else { return false }
    return memcmp(start + y * stride, start + (y - 1) * stride, 4 * width) == 0
  }
}
