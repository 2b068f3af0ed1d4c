import CTurboJPEG

/// Owns a decompressor of libjpeg-turbo.
struct JPEGDecompressor: ~Copyable {
  private let handle: tjhandle

  /// Pixels that are read at most.
  private static let mostPixels = 1 << 26

  init() throws(Picture.Unreadable) {
    guard let handle = tjInitDecompress() else { throw Picture.Unreadable("libjpeg-turbo could not start") }
    self.handle = handle
  }

  deinit { tjDestroy(handle) }

  /// What the header of a file says.
  func header(of bytes: [UInt8]) throws(Picture.Unreadable) -> (width: Int, height: Int) {
    var (width, height, subsampling, colors): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let status = bytes.withUnsafeBufferPointer {
      tjDecompressHeader3(handle, $0.baseAddress, UInt($0.count), &width, &height, &subsampling, &colors)
    }
    if status != 0 && tjGetErrorCode(handle) == TJERR_FATAL.rawValue { throw failure }
    guard width > 0, height > 0, Int(width) * Int(height) <= Self.mostPixels else {
      throw Picture.Unreadable("\(width) x \(height) pixels are more than \(Self.mostPixels)")
    }
    if colors == TJCS_CMYK.rawValue || colors == TJCS_YCCK.rawValue {
      throw Picture.Unreadable("its colours are those of print, CMYK: convert it to RGB")
    }
    return (Int(width), Int(height))
  }

  /// The picture as the file has it, not yet upright.
  func picture(of bytes: [UInt8]) throws(Picture.Unreadable) -> Picture {
    let (width, height) = try header(of: bytes)
    var status: Int32 = 0
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
      status = bytes.withUnsafeBufferPointer {
        tjDecompress2(
          handle, $0.baseAddress, UInt($0.count), buffer.baseAddress, Int32(width), 0, Int32(height),
          Int32(TJPF_RGB.rawValue), 0)
      }
      count = status == 0 || tjGetErrorCode(handle) != TJERR_FATAL.rawValue ? width * height * 3 : 0
    }
    if pixels.isEmpty { throw failure }
    // Odd bytes between the parts of a file are no harm; pixels that are missing are.
    if status != 0 && reason.contains("Premature end") { throw Picture.Unreadable("it is cut off") }
    return Picture(width: width, height: height, pixels: pixels)
  }

  private var reason: String { tjGetErrorStr2(handle).map { String(cString: $0) } ?? "it is damaged" }

  private var failure: Picture.Unreadable { Picture.Unreadable(reason) }
}
