import FuzzDriver

@testable import Figures
@testable import FileFormats

/// Reads the data of a figure's PNG: a figure or an error, and nothing else. The input is first a whole file, then the rest
/// of the text chunk behind its keyword, with a checksum that fits.
@main enum FuzzPNGText {
  static func main() {
    drive { data, count in
      let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
      let text = FuzzPNGText.chunk("iTXt", Array(FigureData.keyword.utf8) + [0] + bytes)
      let file = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + text + FuzzPNGText.chunk("IEND", [])
      for file in [bytes, file] { _ = try? FigureData(png: file, file: "fuzz").drawing() }
      return 0
    }
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    return bigEndian(UInt32(data.count)) + named + bigEndian(CRC32.checksum(named))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
