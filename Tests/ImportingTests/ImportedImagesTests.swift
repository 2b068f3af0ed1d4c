import FileFormats
import Images
import Testing

@testable import Importing

@Suite struct ImportedImagesTests {
  private func read(_ shape: [Int], _ elements: NPYArray.Elements) throws -> (images: ImageSet, notes: [String]) {
    try ImageSet.importing(NPYArray(shape: shape, elements: elements), file: "images.npy", count: shape[0])
  }

  /// Black, white and the middle of each range.
  @Test(arguments: [
    (NPYArray.Elements.float32([0, 1, 0.5, 0.2]), [0, 255, 128, 51] as [UInt8], false),
    (.float64([0, 255, 128, 51]), [0, 255, 128, 51], false), (.int64([0, 255, 128, 51]), [0, 255, 128, 51], false),
    (.uint8([0, 1, 1, 0]), [0, 255, 255, 0], false), (.float32([-1, 1, 0, -0.6]), [0, 255, 128, 51], true),
    (.float32([-0.5, 0.5, 0, -0.3]), [0, 255, 128, 51], true), (.float32([-2, 3, 0.5, -1]), [0, 255, 128, 51], true),
    (.float64([0, 16, 8, 3.2]), [0, 255, 128, 51], true),
    (.uint16([0, 65_535, 32_768, 13_107]), [0, 255, 128, 51], true),
    (.uint16([0, 1_020, 512, 204]), [0, 255, 128, 51], true), (.float32([7, 7, 7, 7]), [255, 255, 255, 255], true),
  ])
  func rangesAreStretched(elements: NPYArray.Elements, pixels: [UInt8], isSaid: Bool) throws {
    let read = try read([1, 2, 2], elements)
    #expect(read.images.pixels == pixels)
    #expect(read.notes.isEmpty != isSaid)
  }

  @Test func layoutsAreTold() throws {
    func layout(_ shape: [Int]) -> [Int]? {
      PixelLayout(shape: shape).map { [$0.height, $0.width, $0.channels, $0.isPlanar ? 1 : 0] }
    }
    #expect(layout([5, 784]) == [28, 28, 1, 1] && layout([5, 784, 1]) == [28, 28, 1, 1])
    #expect(layout([5, 1, 784]) == [28, 28, 1, 1] && layout([5, 64]) == [8, 8, 1, 1])
    #expect(layout([5, 3072]) == [32, 32, 3, 1] && layout([5, 28, 30]) == [28, 30, 1, 1])
    #expect(layout([5, 28, 30, 3]) == [28, 30, 3, 0] && layout([5, 3, 28, 30]) == [28, 30, 3, 1])
    #expect(layout([5, 28, 30, 1]) == [28, 30, 1, 0] && layout([5, 1, 28, 30]) == [28, 30, 1, 1])
    #expect(layout([5, 4, 9, 9]) == [9, 9, 4, 1] && layout([5, 9, 9, 4]) == [9, 9, 4, 0])
    for shape in [[5], [5, 17], [5, 2, 9, 9], [5, 9, 9, 9, 3], [5, 0, 4], [5, 3, 30_000, 2]] {
      #expect(layout(shape) == nil, "\(shape)")
    }
  }

  @Test func coloursAreShownChannelsLastOverWhite() throws {
    // Two pixels, red and blue, as planes.
    let planes = try read([1, 3, 1, 2], .uint8([255, 0, 0, 0, 0, 255])).images
    #expect(planes.channels == 3 && planes.pixels == [255, 0, 0, 0, 0, 255])
    // Half transparent black and wholly transparent red: 255 - 128 and white.
    let alpha = try read([1, 1, 2, 4], .uint8([0, 0, 0, 128, 255, 0, 0, 0])).images
    #expect(alpha.channels == 3 && alpha.pixels == [127, 127, 127, 255, 255, 255])
  }

  /// A smooth image of 8 x 8 in colour, flat: CIFAR's planes, or pixel after pixel.
  @Test func flatColoursAreToldByTheirNeighbours() throws {
    let red: [UInt8] = (0..<64).map { UInt8($0 * 4) }
    let green: [UInt8] = red.map { 255 - $0 }
    let blue = [UInt8](repeating: 128, count: 64)
    let expected: [UInt8] = red.indices.flatMap { [red[$0], green[$0], blue[$0]] }
    let planes: [UInt8] = red + green + blue
    for elements in [expected, planes] {
      let read = try read([1, 192], .uint8(elements))
      #expect(read.images.pixels == expected && read.images.channels == 3 && read.images.height == 8)
      #expect(read.notes.count == 1)
    }
  }

  @Test func whatCannotBeShownSaysWhy() {
    func problem(_ shape: [Int], _ elements: NPYArray.Elements, count: Int) -> String? {
      (#expect(throws: FormatError.self) {
        try ImageSet.importing(NPYArray(shape: shape, elements: elements), file: "images.npy", count: count)
      })?.problem
    }
    #expect(problem([2, 1, 1], .uint8([0, 1]), count: 3) == "there are 2 images, and 3 labels")
    #expect(problem([1, 5], .uint8([0, 1, 2, 3, 4]), count: 1) == "[1, 5] is not the shape of images")
    #expect(problem([1, 1, 2], .float32([0, .nan]), count: 1) == "nan is no brightness")
  }
}
