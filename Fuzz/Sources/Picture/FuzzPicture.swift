@testable import Images
import FuzzDriver

/// Reads PNG and JPEG pictures and the EXIF data in these: pictures or errors, and nothing else.
@main enum FuzzPicture {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      // Larger pictures only take longer.
      guard let size = try? Picture.size(of: bytes), size.height < (1 << 20) / max(size.width, 1) else { return 0 }
      _ = try? Picture(bytes).square(side: 7)
      return 0
    }
  }
}
