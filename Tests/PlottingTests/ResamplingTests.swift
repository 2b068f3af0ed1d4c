import TestSupport
import Testing

@testable import Plotting

@Suite struct ResamplingTests {
  @Test func repeatsPixelsWhenEnlarged() {
    let image = Image(width: 2, height: 1, pixels: [0, 255])
    #expect(
      image.resampled(width: 8, height: 4).greys
        == Array(repeating: [0, 0, 0, 0, 255, 255, 255, 255], count: 4).flatMap { $0 })
  }

  @Test func aPixelInTheMiddleBelongsToTheRight() {
    // The middle of the 4th of 7 pixels is the edge between the two of the image.
    let image = Image(width: 2, height: 1, pixels: [0, 255])
    #expect(image.resampled(width: 7, height: 4).greys.prefix(7) == [0, 0, 0, 255, 255, 255, 255])
  }

  @Test func stretchesTheGreysOfAnImage() {
    let image = Image(width: 3, height: 1, pixels: [50, 75, 100])
    #expect(image.resampled(width: 3, height: 1).greys == [0, 128, 255])
    // A single value cannot be stretched: what is all white stays white.
    for value in [0, 9, 255] as [UInt8] {
      #expect(
        Image(width: 2, height: 1, pixels: [value, value]).resampled(width: 2, height: 1).greys
          == [value, value])
    }
  }

  @Test func aRangeIsShownFromBlackToWhite() {
    let pixels: [UInt8] = [0, 50, 100, 150, 200, 255]
    func shown(_ range: ClosedRange<UInt8>, _ channels: Image.Channels = .grey) -> [UInt8] {
      Image(width: 6 / channels.rawValue, height: 1, pixels: pixels, channels: channels, range: range).shownBytes()
    }
    #expect(shown(0...255) == pixels)
    // 100 is in the middle of 50 and 150.
    #expect(shown(50...150) == [0, 0, 128, 255, 255, 255])
    #expect(shown(50...150, .rgb) == [0, 0, 128, 255, 255, 255])
    #expect(shown(100...100) == [0, 0, 0, 0, 0, 0])
  }

  @Test func coloursAreShownAsTheyAre() {
    let pixels: [UInt8] = [10, 20, 30, 40, 50, 60]
    let image = Image(width: 2, height: 1, pixels: pixels, channels: .rgb)
    #expect(image.shown.values == [0xFF0A_141E, 0xFF28_323C] && image.shown.isOpaque)
    let half = Image(width: 1, height: 1, pixels: [255, 100, 0, 128], channels: .rgba, range: 0...100)
    // Opacity has no range. Colours are multiplied by it: 128 of 255.
    #expect(half.shown.values == [0x8080_8000] && !half.shown.isOpaque)
  }

  @Test func blendsPixelsWhenShrunk() {
    let image = Image(width: 100, height: 100, pixels: (0..<10_000).map { UInt8(($0 % 2) * 255) })
    let values = image.resampled(width: 10, height: 10).greys
    #expect(values.allSatisfy { abs(Int($0) - 128) < 20 })
  }

  /// An image that matplotlib drew over a white page of its own size.
  struct Case: Decodable {
    var channels: Int
    var width: Int
    var height: Int
    var pixels: [UInt8]
    var range: [UInt8]?
    var outWidth: Int
    var outHeight: Int
    /// Red, green and blue, row by row.
    var expected: [UInt8]
  }

  /// matplotlib computes with weights of 14 bits at 256 places between two pixels; we with numbers. A step or two is what
  /// lies between.
  @Test func agreesWithMatplotlib() throws {
    let cases = try fixture("images.json", as: [Case].self)
    #expect(cases.count == 10)
    for expected in cases {
      let image = Image(
        width: expected.width, height: expected.height, pixels: expected.pixels,
        channels: try #require(Image.Channels(rawValue: expected.channels)),
        range: expected.range.map { $0[0]...$0[1] })
      let drawn = image.resampled(width: expected.outWidth, height: expected.outHeight).onWhite
      try #require(drawn.count == expected.expected.count)
      let differences = zip(drawn, expected.expected).map { abs(Int($0) - Int($1)) }
      let name = "\(expected.width) x \(expected.height) to \(expected.outWidth) x \(expected.outHeight)"
      #expect(differences.reduce(0, max) <= 2, "\(name), \(expected.channels) channels")
    }
  }
}

extension ColorPixels {
  /// The blue of each pixel, which for greys is the grey.
  fileprivate var greys: [UInt8] { values.map { UInt8(truncatingIfNeeded: $0) } }

  /// Red, green and blue of each pixel over a white page.
  fileprivate var onWhite: [UInt8] {
    values.flatMap { value in
      [16, 8, 0].map { UInt8(min(255, (value >> UInt32($0) & 0xFF) + 255 - value >> 24)) }
    }
  }
}
