/// The smallest form that PNG has for an image's pixels without loss.
struct PNGFormat: Sendable {
  /// What a sample stands for.
  enum Kind: Sendable, Equatable {
    /// A grey, 8 bits.
    case grey
    /// A number in a list of up to 256 colours.
    case palette
    /// Three samples of 8 bits: red, green and blue.
    case rgb
    /// Four samples of 8 bits: red, green, blue and opacity.
    case rgba
  }

  let kind: Kind
  /// Bits a sample: 1, 2, 4 or 8.
  let bitDepth: Int
  private let palette: Palette

  /// Finds the form for `pixels`.
  init(_ pixels: PixelBuffer) {
    guard pixels.isOpaque else {
      kind = .rgba
      bitDepth = 8
      palette = Palette()
      return
    }
    palette = Palette(of: pixels)
    guard !palette.isFull else {
      kind = .rgb
      bitDepth = 8
      return
    }
    let depth =
      switch palette.colors.count {
      case ...2: 1
      case ...4: 2
      case ...16: 4
      default: 8
      }
    let isGrey = palette.colors.allSatisfy { $0 & 0xFFFF == $0 >> 8 }
    kind = isGrey && depth == 8 ? .grey : .palette
    bitDepth = depth
  }

  /// The list of colours, three bytes each; empty where there is none.
  var paletteBytes: [UInt8] {
    guard kind == .palette else { return [] }
    return palette.colors.flatMap { color in [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) } }
  }

  /// Bytes that a row of `width` pixels takes.
  func rowBytes(width: Int) -> Int {
    switch kind {
    case .rgba: 4 * width
    case .rgb: 3 * width
    case .grey, .palette: (width * bitDepth + 7) / 8
    }
  }

  /// Writes a row of pixels to `target`, which has room for it.
  func pack(_ row: UnsafeBufferPointer<UInt32>, into target: UnsafeMutablePointer<UInt8>) {
    switch kind {
    case .rgba:
      for x in row.indices {
        let pixel = row[x]
        // A PNG's colours are not multiplied by their opacity.
        let alpha = pixel >> 24
        func part(_ shift: UInt32) -> UInt8 {
          alpha == 0 ? 0 : UInt8(min(((pixel >> shift & 0xFF) * 255 + alpha / 2) / alpha, 255))
        }
        target[4 * x] = part(16)
        target[4 * x + 1] = part(8)
        target[4 * x + 2] = part(0)
        target[4 * x + 3] = UInt8(alpha)
      }
    case .rgb:
      for x in row.indices {
        let pixel = row[x]
        target[3 * x] = UInt8(truncatingIfNeeded: pixel >> 16)
        target[3 * x + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        target[3 * x + 2] = UInt8(truncatingIfNeeded: pixel)
      }
    case .grey:
      for x in row.indices { target[x] = UInt8(truncatingIfNeeded: row[x]) }
    case .palette:
      let perByte = 8 / bitDepth
      target.update(repeating: 0, count: rowBytes(width: row.count))
      var last = UInt32.max
      var number: UInt8 = 0
      for x in row.indices {
        let color = row[x] & 0xFF_FFFF
        if color != last {
          last = color
          number = palette.number(of: color)
        }
        target[x / perByte] |= number << UInt8(8 - bitDepth * (x % perByte + 1))
      }
    }
  }
}

/// The colours of an image, `0xRRGGBB`, numbered in the order in which they appear.
struct Palette: Sendable {
  private(set) var colors: [UInt32] = []
  /// Whether there are more than 256.
  private(set) var isFull = false
  // An open-addressed table with room for four times as many colours as may be.
  private var keys = [UInt32](repeating: .max, count: 1024)
  private var numbers = [UInt8](repeating: 0, count: 1024)

  /// No colours.
  init() {}

  init(of pixels: PixelBuffer) {
    var last = UInt32.max
    for y in 0..<pixels.height where !pixels.repeatsRow(y) {
      for pixel in pixels.row(y) {
        let color = pixel & 0xFF_FFFF
        if color == last { continue }
        last = color
        let slot = slot(of: color)
        if keys[slot] == color { continue }
        if colors.count == 256 {
          isFull = true
          return
        }
        keys[slot] = color
        numbers[slot] = UInt8(colors.count)
        colors.append(color)
      }
    }
  }

  /// The number of a colour of the image.
  func number(of color: UInt32) -> UInt8 {
    numbers[slot(of: color)]
  }

  /// The slot of a colour, or the empty one where it belongs.
  private func slot(of color: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: (color &* 0x9E37_79B1) >> 22)
    while keys[slot] != color && keys[slot] != .max { slot = (slot + 1) & 1023 }
    return slot
  }
}
