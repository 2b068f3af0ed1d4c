/// Which numbers are black and white in images that another program saved.
struct PixelRange: Equatable {
  /// The number that is black.
  let black: Float
  /// The number that is white.
  let white: Float
  /// What is to be said of it, a clause; nil for bytes and for numbers from 0 to 1.
  let note: String?

  /// Whether the numbers are bytes as they stand.
  var isBytes: Bool { black == 0 && white == 255 }

  /// Tells the range from the least and the greatest of all numbers, which are finite.
  init(_ numbers: [Float]) {
    let (least, greatest) = numbers.reduce((Float.infinity, -Float.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    switch (least, greatest) {
    case (0..., ...1): self.init(0, 1)
    // Half of the bytes' range is what images use at least.
    case (0..., 127...255): self.init(0, 255)
    case (0..., _): self.init(0, greatest, said: true)
    case ((-0.5)..., ...0.5): self.init(-0.5, 0.5, said: true)
    case ((-1)..., ...1): self.init(-1, 1, said: true)
    default: self.init(least, greatest, said: true)
    }
  }

  private init(_ black: Float, _ white: Float, said: Bool = false) {
    self.black = black
    self.white = white > black ? white : black + 1
    note =
      said ? "the images are scaled from the range of \(black) to \(white), which are shown as black and white" : nil
  }

  /// The numbers as bytes.
  func bytes(_ numbers: [Float]) -> [UInt8] {
    numbers.map { UInt8(max(0, min(255, (($0 - black) / (white - black) * 255).rounded()))) }
  }
}
