import Randomness
import Testing

@testable import Datasets

@Suite struct AffineTests {
  /// Three rows of four pixels.
  private static let image: [UInt8] = [
    10, 20, 30, 40,
    50, 60, 70, 80,
    90, 100, 110, 120,
  ]

  private func image(after change: Affine.Change) -> [UInt8] {
    pixels(Self.image, height: 3, width: 4) { change.apply(to: $0) }
  }

  @Test func nothingChangesNothing() {
    #expect(image(after: Affine.Change()) == Self.image)
  }

  @Test func wholePixelsAreMoved() {
    #expect(image(after: Affine.Change(right: 0.25)) == [0, 10, 20, 30, 0, 50, 60, 70, 0, 90, 100, 110])
    #expect(image(after: Affine.Change(down: -1.0 / 3)) == [50, 60, 70, 80, 90, 100, 110, 120, 0, 0, 0, 0])
  }

  @Test func halfPixelsAreTheMeanOfTwo() {
    // Half of the first column comes from the black beside it.
    #expect(image(after: Affine.Change(right: 0.125)) == [5, 15, 25, 35, 25, 55, 65, 75, 45, 95, 105, 115])
  }

  @Test func halfATurnTurnsAllAround() {
    #expect(image(after: Affine.Change(rotation: 180)) == Self.image.reversed())
  }

  @Test func aQuarterTurnIsAgainstTheClock() {
    let turned = pixels([1, 2, 3, 4], height: 2, width: 2) { Affine.Change(rotation: 90).apply(to: $0) }
    #expect(turned == [2, 4, 1, 3])
  }

  @Test func uprightLinesLeanToTheRight() {
    // 45 degrees: the upper row moves one pixel to the right, the lower one to the left.
    #expect(image(after: Affine.Change(shear: 45)) == [0, 10, 20, 30, 50, 60, 70, 80, 100, 110, 120, 0])
  }

  @Test func channelsStayApart() {
    let colors: [UInt8] = Self.image.flatMap { (grey: UInt8) -> [UInt8] in [grey, grey / 10, 200] }
    let moved = pixels(colors, height: 3, width: 4, channels: 3) { Affine.Change(down: 1.0 / 3).apply(to: $0) }
    #expect(moved == [UInt8](repeating: 0, count: 12) + colors[..<24])
  }

  @Test func pixelsAreThoseOfSciPy() throws {
    let fixture = try AugmentationFixture.read()
    #expect(fixture.affine.count == 8)
    for one in fixture.affine {
      let amounts = one.change
      let change = Affine.Change(
        rotation: amounts["rotation"] ?? 0, width: amounts["width"] ?? 1, height: amounts["height"] ?? 1,
        shear: amounts["shear"] ?? 0, right: amounts["right"] ?? 0, down: amounts["down"] ?? 0)
      let found = pixels(Array(fixture.image.joined()), height: 9, width: 7) { change.apply(to: $0) }
      for (pixel, expected) in zip(found, one.pixels.joined()) {
        // Rounded to whole numbers.
        #expect(abs(Double(pixel) - expected) <= 0.501, "\(amounts)")
      }
    }
  }

  @Test func amountsReachTheirLimitsBothWays() {
    var affine = Affine()
    (affine.rotation, affine.scale, affine.shear, affine.shift) = (30, 0.5, 20, 0.1)
    var random = SeededRandom(seed: 1)
    let changes = (0..<1_000).map { _ in affine.change(random: &random) }
    let amounts: [(amount: KeyPath<Affine.Change, Double>, middle: Double, most: Double)] = [
      (\.rotation, 0, 30), (\.width, 1, 0.5), (\.height, 1, 0.5), (\.shear, 0, 20), (\.right, 0, 0.1), (\.down, 0, 0.1),
    ]
    for (amount, middle, most) in amounts {
      let shares = changes.map { ($0[keyPath: amount] - middle) / most }
      // Uniform from -1 to 1: the mean's standard deviation is 0.018, and none of 1,000 is above 0.98 once in 24,000 times.
      #expect(shares.allSatisfy { (-1...1).contains($0) })
      #expect(abs(shares.reduce(0, +) / 1_000) < 0.09)
      #expect(shares.contains { $0 > 0.98 } && shares.contains { $0 < -0.98 })
    }
  }
}
