import PNGReading

/// PNG pictures.
enum PNGPicture: PictureFormat {
  static func canStart(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) }

  static func size(of bytes: [UInt8]) throws(Picture.Unreadable) -> (width: Int, height: Int) {
    guard let size = PNGPixels.size(of: bytes) else { throw Picture.Unreadable("it ends within its header") }
    return size
  }

  static func read(_ bytes: [UInt8]) throws(Picture.Unreadable) -> Picture {
    do throws(PNGPixels.Unreadable) {
      let pixels = try PNGPixels(bytes)
      return Picture(width: pixels.width, height: pixels.height, pixels: pixels.bytes)
    } catch {
      throw Picture.Unreadable(error.reason)
    }
  }
}
