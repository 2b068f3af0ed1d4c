/// How a camera was held, as the EXIF data of a JPEG tell it: tag 0x0112 of the first directory, 1 to 8 (JEITA CP-3451).
struct EXIFOrientation: Equatable {
  /// 1 if the picture is upright, or nothing is said.
  let value: Int

  private static let tag = 0x0112

  /// Takes a value; those that do not exist are 1.
  init(_ value: Int) { self.value = (1...8).contains(value) ? value : 1 }

  /// Looks for the tag in a JPEG.
  init(jpeg bytes: [UInt8]) { self.init(Self.segment(of: bytes).flatMap(Self.value) ?? 1) }

  /// Whether rows become columns.
  var exchangesSides: Bool { value >= 5 }

  /// The picture upright.
  func upright(_ picture: Picture) -> Picture {
    if value == 1 { return picture }
    let (width, height) = exchangesSides ? (picture.height, picture.width) : (picture.width, picture.height)
    let (right, bottom) = (picture.width - 1, picture.height - 1)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(picture.pixels.count)
    for y in 0..<height {
      for x in 0..<width {
        // Where the pixel is in the file.
        let (column, row) =
          switch value {
          case 2: (right - x, y)
          case 3: (right - x, bottom - y)
          case 4: (x, bottom - y)
          case 5: (y, x)
          case 6: (y, bottom - x)
          case 7: (right - y, bottom - x)
          default: (right - y, x)
          }
        let place = 3 * (row * picture.width + column)
        pixels.append(picture.pixels[place])
        pixels.append(picture.pixels[place + 1])
        pixels.append(picture.pixels[place + 2])
      }
    }
    return Picture(width: width, height: height, pixels: pixels)
  }

  /// The TIFF data in the APP1 segment; nil if there are none.
  private static func segment(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let name: [UInt8] = Array("Exif".utf8) + [0, 0]
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xff {
      let marker = bytes[place + 1]
      // After the start of scan come pixels.
      if marker == 0xda || marker == 0xd9 { return nil }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      let end = place + 2 + length
      guard length >= 2, end <= bytes.count else { return nil }
      let content = bytes[(place + 4)..<max(place + 4, end)]
      if marker == 0xe1, content.starts(with: name) { return content.dropFirst(name.count) }
      place = end
    }
    return nil
  }

  /// The value of the tag in TIFF data; nil if it is not there.
  private static func value(in tiff: ArraySlice<UInt8>) -> Int? {
    let data = Array(tiff)
    let isBigEndian = data.starts(with: Array("MM".utf8))
    guard isBigEndian || data.starts(with: Array("II".utf8)) else { return nil }
    func number(_ place: Int, _ size: Int) -> Int? {
      guard place >= 0, place + size <= data.count else { return nil }
      let part = data[place..<place + size]
      return (isBigEndian ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for entry in 0..<count {
      let place = directory + 2 + 12 * entry
      guard let tag = number(place, 2) else { return nil }
      if tag == Self.tag { return number(place + 8, 2) }
    }
    return nil
  }
}
