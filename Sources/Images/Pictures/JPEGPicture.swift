/// JPEG pictures, as cameras write them.
enum JPEGPicture: PictureFormat {
  static func canStart(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xff, 0xd8, 0xff]) }

  static func size(of bytes: [UInt8]) throws(Picture.Unreadable) -> (width: Int, height: Int) {
    let header = try JPEGDecompressor().header(of: bytes)
    let isTurned = EXIFOrientation(jpeg: bytes).exchangesSides
    return isTurned ? (header.height, header.width) : (header.width, header.height)
  }

  static func read(_ bytes: [UInt8]) throws(Picture.Unreadable) -> Picture {
    EXIFOrientation(jpeg: bytes).upright(try JPEGDecompressor().picture(of: bytes))
  }
}
