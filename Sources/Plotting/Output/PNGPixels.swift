/// An image's pixels in the smallest form that PNG has for them without loss.
struct PNGPixels: Sendable, Equatable {
  /// What a sample stands for.
  enum Kind: Sendable, Equatable {
    case grey
    /// An index into the colours, three bytes each.
    case palette([UInt8])
    case rgb
  }

  var kind: Kind
  /// Bits a sample: 1, 2, 4 or 8.
  var bitDepth: Int
  var rowBytes: Int
  /// The rows, each packed into whole bytes.
  var rows: [UInt8]

  init(_ image: RGBImage) {
    let colors = PaletteFinder.colors(of: image)
    guard let colors else {
      self.init(kind: .rgb, bitDepth: 8, rowBytes: image.width * 3, rows: image.bytes)
      return
    }
    let isGrey = colors.palette.allSatisfy { $0 >> 16 == $0 >> 8 & 255 && $0 & 255 == $0 >> 16 }
    let bitDepth =
      switch colors.palette.count {
      case ...2: 1
      case ...4: 2
      case ...16: 4
      default: 8
      }
    let perByte = 8 / bitDepth
    let rowBytes = (image.width + perByte - 1) / perByte
    if isGrey && bitDepth == 8 {
      let greys = colors.palette.map { UInt8(truncatingIfNeeded: $0) }
      self.init(kind: .grey, bitDepth: 8, rowBytes: rowBytes, rows: colors.indices.map { greys[Int($0)] })
      return
    }
    var rows = colors.indices
    if bitDepth < 8 {
      rows = [UInt8](repeating: 0, count: rowBytes * image.height)
      for y in 0..<image.height {
        for x in 0..<image.width {
          let shift = 8 - bitDepth * (x % perByte + 1)
          rows[y * rowBytes + x / perByte] |= colors.indices[y * image.width + x] << UInt8(shift)
        }
      }
    }
    let palette = colors.palette.flatMap { color in
      [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) }
    }
    self.init(kind: .palette(palette), bitDepth: bitDepth, rowBytes: rowBytes, rows: rows)
  }

  private init(kind: Kind, bitDepth: Int, rowBytes: Int, rows: [UInt8]) {
    self.kind = kind
    self.bitDepth = bitDepth
    self.rowBytes = rowBytes
    self.rows = rows
  }
}

/// Numbers an image's colours in the order in which they appear.
enum PaletteFinder {
  /// The colours as `0xRRGGBB` and the number of each pixel's; nil where there are more than 256.
  static func colors(of image: RGBImage) -> (palette: [UInt32], indices: [UInt8])? {
    // An open-addressed table with room for four times as many colours as may be.
    var keys = [UInt32](repeating: .max, count: 1024)
    var numbers = [UInt8](repeating: 0, count: 1024)
    var palette: [UInt32] = []
    var isFull = false
    let count = image.width * image.height
    let indices = [UInt8](unsafeUninitializedCapacity: count) { target, initialized in
      var last = UInt32.max
      var lastNumber: UInt8 = 0
      image.bytes.withUnsafeBufferPointer { bytes in
        for pixel in 0..<count {
          let color =
            UInt32(bytes[3 * pixel]) << 16 | UInt32(bytes[3 * pixel + 1]) << 8 | UInt32(bytes[3 * pixel + 2])
          if color != last {
            var slot = Int(truncatingIfNeeded: (color &* 0x9E37_79B1) >> 22)
            while keys[slot] != color && keys[slot] != .max { slot = (slot + 1) & 1023 }
            if keys[slot] == .max {
              guard palette.count < 256 else {
                isFull = true
                break
              }
              keys[slot] = color
              numbers[slot] = UInt8(palette.count)
              palette.append(color)
            }
            last = color
            lastNumber = numbers[slot]
          }
          target[pixel] = lastNumber
        }
      }
      initialized = isFull ? 0 : count
    }
    return isFull ? nil : (palette, indices)
  }
}
