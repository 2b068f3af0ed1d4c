import CKernels

/// An image that is being varied.
package struct AugmentedImage {
  /// `[height, width, channels]`, the last dimension the fastest.
  package private(set) var pixels: UnsafeMutableBufferPointer<UInt8>
  /// Room for another image of this size, to work in; it holds anything.
  package let room: UnsafeMutableBufferPointer<UInt8>
  /// Room for what `CKernels` needs to map an image of this size; it holds anything.
  package let workspace: UnsafeMutableRawBufferPointer
  /// The number of rows.
  package let height: Int
  /// The number of columns.
  package let width: Int
  /// 1 for grey images, 3 for red, green and blue.
  package let channels: Int

  /// Another image of the same size, with the same room.
  func with(pixels: UnsafeMutableBufferPointer<UInt8>) -> AugmentedImage {
    var other = self
    other.pixels = pixels
    return other
  }

  /// The size of ``workspace``.
  static func workspaceBytes(height: Int, width: Int) -> Int {
    Int(ck_elastic_workspace(Int64(height), Int64(width)))
  }

  /// Gives all pixels of a rectangle one value in all channels.
  func fill(rows: Range<Int>, columns: Range<Int>, with value: UInt8) {
    for row in rows {
      let start = (row * width + columns.lowerBound) * channels
      pixels[start..<start + columns.count * channels].update(repeating: value)
    }
  }
}
