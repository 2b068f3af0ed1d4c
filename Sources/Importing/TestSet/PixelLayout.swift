import Images

/// How the pixels of images lie in an array: `[count, height, width]`, with a dimension of 1, 3 or 4 channels before or after
/// height and width; or flat, in rows of as many numbers as a square image has pixels.
struct PixelLayout: Equatable {
  /// The number of rows of each image.
  private(set) var height: Int
  /// The number of columns of each image.
  private(set) var width: Int
  /// 1 for grey, 3 for red, green and blue, 4 with opacity.
  private(set) var channels: Int
  /// Whether an image is a plane for each channel.
  private(set) var isPlanar: Bool
  /// Whether the images are flat and in colour, so that the shape does not tell whether they are planar.
  private(set) var isFlatColor = false

  /// Tells the layout from the shape of an array; nil if it is not that of images.
  init?(shape: [Int]) {
    var sides = Array(shape.dropFirst())
    if sides.filter({ $0 != 1 }).count == 1, let flat = sides.first(where: { $0 != 1 }),
      !(sides.count == 2 && flat < 64)
    {
      sides = [flat]
    }
    switch sides.count {
    case 1:
      isFlatColor = Self.root(sides[0]) == nil
      guard let side = Self.root(sides[0]) ?? (sides[0].isMultiple(of: 3) ? Self.root(sides[0] / 3) : nil) else {
        return nil
      }
      (height, width, channels, isPlanar) = (side, side, isFlatColor ? 3 : 1, true)
    case 2: (height, width, channels, isPlanar) = (sides[0], sides[1], 1, true)
    case 3 where [1, 3, 4].contains(sides[2]):
      (height, width, channels, isPlanar) = (sides[0], sides[1], sides[2], false)
    case 3 where [1, 3, 4].contains(sides[0]):
      (height, width, channels, isPlanar) = (sides[1], sides[2], sides[0], true)
    default: return nil
    }
    if height < 1 || width < 1 || max(height, width) > Self.largestSide { return nil }
  }

  /// What figures can show.
  private static let largestSide = 20_000

  private static func root(_ area: Int) -> Int? {
    guard area > 0 else { return nil }
    let side = Int(Double(area).squareRoot().rounded())
    return side * side == area ? side : nil
  }

  /// Whether flat images in colour hold pixel after pixel: then the nearest number of the same channel is three places away,
  /// not one.
  func isInterleaved(_ pixels: [UInt8]) -> Bool {
    func difference(_ step: Int) -> Int {
      zip(pixels, pixels.dropFirst(step)).prefix(1 << 20).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    }
    return difference(3) < difference(1)
  }

  /// The images in grey or colour, channels last, what is transparent over white.
  func images(count: Int, _ pixels: [UInt8], isInterleaved: Bool = false) -> ImageSet {
    let area = height * width
    let kept = channels == 1 ? 1 : 3
    if channels == 1 || (channels == 3 && (isInterleaved || !isPlanar)) {
      return ImageSet(count: count, height: height, width: width, channels: kept, pixels: pixels)
    }
    var shown: [UInt8] = []
    shown.reserveCapacity(count * area * kept)
    for image in 0..<count {
      let start = image * area * channels
      for pixel in 0..<area {
        func value(_ channel: Int) -> UInt8 {
          pixels[isPlanar ? start + channel * area + pixel : start + pixel * channels + channel]
        }
        let opacity = channels == 4 ? Int(value(3)) : 255
        for channel in 0..<kept {
          shown.append(UInt8((Int(value(channel)) * opacity + 255 * (255 - opacity) + 127) / 255))
        }
      }
    }
    return ImageSet(count: count, height: height, width: width, channels: kept, pixels: shown)
  }
}
