import TestSupport
import Testing

@testable import Plotting

/// PNGs that are damaged or lie about their size.
@Suite struct PNGMutantTests {
  /// A file whose header says this size, with next to no data.
  private func header(width: UInt32, height: UInt32, depth: UInt8, type: UInt8) -> [UInt8] {
    PNGFile.file(
      PNGFile.header(width: width, height: height, depth: depth, type: type),
      PNGFile.chunk("IDAT", PNGFile.deflated([])))
  }

  @Test(
    arguments: [(1_000_000, 1_000_000, 8, 2), (900_000, 900_000, 1, 0), (5_000, 5_000, 16, 6)]
      as [(UInt32, UInt32, UInt8, UInt8)])
  func moreThanTheFileCanHoldIsRefused(width: UInt32, height: UInt32, depth: UInt8, type: UInt8) {
    let error = #expect(throws: PlottingError.self) {
      try RGBImage(png: header(width: width, height: height, depth: depth, type: type))
    }
    #expect(error?.reason.contains("\(width) x \(height) pixels are more than") == true, "\(String(describing: error))")
  }

  /// Found by fuzzing: libpng asked for 1.6 GB, the length that a chunk of text gives.
  @Test func aChunkThatIsLongerThanTheFileIsRefused() throws {
    var file = try linesFigure(epochs: 3).png(dpi: 20)
    let text = try #require((0..<file.count - 8).first { file[$0..<$0 + 4].elementsEqual("pHYs".utf8) })
    file[text - 4] = 0x60
    let error = #expect(throws: PlottingError.self) { try RGBImage(png: file) }
    #expect(error?.reason == "it is cut off, or a chunk's length is wrong")
  }

  @Test func mutantsAreReadOrRefused() throws {
    let file = try linesFigure(epochs: 3).png(dpi: 20)
    let outcome = mutate(file, times: 1_000, file: "PNG") { bytes throws(PlottingError) in try RGBImage(png: bytes) }
    #expect(outcome.refused > 700 && outcome.unclear.isEmpty, "\(outcome)")
    // Chunks without a checksum that fits are refused early; a file that is nothing but header comes further.
    let small = header(width: 8, height: 1, depth: 1, type: 0)
    let further = mutate(small, times: 1_000, file: "PNG") { bytes throws(PlottingError) in try RGBImage(png: bytes) }
    #expect(further.unclear.isEmpty, "\(further)")
  }
}
