extension RGBImage {
  /// The pixels as a PNG of 100 dots per inch, for pictures that no figure draws.
  package func png() throws(PlottingError) -> [UInt8] {
    let pixels = stride(from: 0, to: bytes.count, by: 3).map { place in
      bytes[place..<place + 3].reduce(0xFF as UInt32) { $0 << 8 | UInt32($1) }
    }
    func encode(_ start: UnsafeBufferPointer<UInt32>) throws(PlottingError) -> [UInt8] {
      guard let start = start.baseAddress else {
        throw PlottingError(.invalidValue, operation: "write PNG", reason: "the picture has no pixels")
      }
      return try PNGEncoder.encode(
        PixelBuffer(width: width, height: height, stride: width, start: start), dpi: 100, title: "", description: "")
    }
    return try pixels.withUnsafeBufferPointer(encode)
  }
}
