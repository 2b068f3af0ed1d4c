/// Pixels as they are painted, from the top row down.
struct ColorPixels: Sendable, Equatable {
  var width: Int
  var height: Int
  /// Whether no pixel lets the page show.
  var isOpaque: Bool
  /// `0xAARRGGBB`, colours multiplied by their opacity; 0 where the page shows.
  var values: [UInt32]

  /// Pixels that all let the page show.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    isOpaque = false
    values = Array(repeating: 0, count: width * height)
  }

  /// Takes `width * height` pixels of as many bytes as there are channels.
  init(width: Int, height: Int, channels: Image.Channels, bytes: [UInt8]) {
    self.width = width
    self.height = height
    isOpaque = channels != .rgba
    func pixel(_ alpha: UInt32, _ red: UInt32, _ green: UInt32, _ blue: UInt32) -> UInt32 {
      alpha << 24 | red << 16 | green << 8 | blue
    }
    switch channels {
    case .grey: values = bytes.map { pixel(255, UInt32($0), UInt32($0), UInt32($0)) }
    case .rgb:
      values = stride(from: 0, to: bytes.count, by: 3).map {
        pixel(255, UInt32(bytes[$0]), UInt32(bytes[$0 + 1]), UInt32(bytes[$0 + 2]))
      }
    case .rgba:
      values = stride(from: 0, to: bytes.count, by: 4).map { start in
        let alpha = UInt32(bytes[start + 3])
        func part(_ channel: Int) -> UInt32 { (UInt32(bytes[start + channel]) * alpha + 127) / 255 }
        return pixel(alpha, part(0), part(1), part(2))
      }
    }
  }
}

extension ColorPixels {
  /// The pixels of the given columns and rows, some of them several times.
  func repeated(columns: [Int], rows: [Int]) -> ColorPixels {
    var pixels = ColorPixels(width: columns.count, height: 0)
    pixels.height = rows.count
    pixels.isOpaque = isOpaque
    pixels.values.reserveCapacity(columns.count * rows.count)
    var last: (row: Int, pixels: [UInt32])?
    for row in rows {
      if last?.row != row { last = (row, columns.map { values[row * width + $0] }) }
      pixels.values += last?.pixels ?? []
    }
    return pixels
  }
}
