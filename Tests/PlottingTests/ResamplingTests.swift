import Testing

@testable import Plotting

@Suite struct ResamplingTests {
  @Test func repeatsPixelsWhenEnlarged() {
    let image = Image(width: 2, height: 1, pixels: [0, 255])
    #expect(
      image.resampled(width: 8, height: 4).values
        == Array(repeating: [0, 0, 0, 0, 255, 255, 255, 255], count: 4).flatMap { $0 })
  }

  @Test func aPixelInTheMiddleBelongsToTheRight() {
    // The middle of the 4th of 7 pixels is the edge between the two of the image.
    let image = Image(width: 2, height: 1, pixels: [0, 255])
    #expect(image.resampled(width: 7, height: 4).values.prefix(7) == [0, 0, 0, 255, 255, 255, 255])
  }

  @Test func stretchesTheGreysOfAnImage() {
    let image = Image(width: 3, height: 1, pixels: [50, 75, 100])
    #expect(image.resampled(width: 3, height: 1).values == [0, 128, 255])
    #expect(Image(width: 2, height: 1, pixels: [9, 9]).resampled(width: 2, height: 1).values == [0, 0])
  }

  @Test func blendsPixelsWhenShrunk() {
    let image = Image(width: 100, height: 100, pixels: (0..<10_000).map { UInt8(($0 % 2) * 255) })
    let values = image.resampled(width: 10, height: 10).values
    #expect(values.allSatisfy { abs(Int($0) - 128) < 20 })
  }

  @Test func takesWhatPixelsThereAre() {
    #expect(Image(width: 2, height: 2, pixels: [1]).pixels == [1, 0, 0, 0])
    #expect(Image(width: 1, height: 1, pixels: [1, 2, 3]).pixels == [1])
  }
}
