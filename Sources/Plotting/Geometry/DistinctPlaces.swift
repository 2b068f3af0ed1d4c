/// Which of many places lie in an eighth of a pixel of their own.
struct DistinctPlaces {
  private let width: Int
  private let height: Int
  // For each pixel a bit for each of its 8 x 8 parts.
  private var taken: [UInt64]

  /// Places on `width` x `height` pixels.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    taken = Array(repeating: 0, count: max(width, 0) * max(height, 0))
  }

  /// Takes a part of a pixel; false if it was taken before. Outside of the page every place is distinct.
  mutating func take(_ x: (pixel: Int, phase: Int), _ y: (pixel: Int, phase: Int)) -> Bool {
    guard x.pixel >= 0, x.pixel < width, y.pixel >= 0, y.pixel < height else { return true }
    let bit: UInt64 = 1 << UInt64(y.phase * Stamp.phases + x.phase)
    let index = y.pixel * width + x.pixel
    guard taken[index] & bit == 0 else { return false }
    taken[index] |= bit
    return true
  }
}
