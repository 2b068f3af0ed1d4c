import Testing

@testable import Plotting

@Suite struct PNGTests {
  /// Encodes pixels given as `0xRRGGBB`.
  private func encode(_ colors: [UInt32], width: Int, title: String = "", description: String = "") throws -> [UInt8] {
    try colors.withUnsafeBufferPointer { colors in
      let start = try #require(colors.baseAddress)
      return try PNGEncoder.encode(
        PixelBuffer(width: width, height: colors.count / width, stride: width, start: start), dpi: 150, title: title,
        description: description)
    }
  }

  /// The chunks of a file: their names and data.
  private func chunks(_ file: [UInt8]) -> [(name: String, data: [UInt8])] {
    var chunks: [(String, [UInt8])] = []
    var position = 8
    while position + 12 <= file.count {
      let count = file[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: file[position + 4..<position + 8], as: UTF8.self)
      chunks.append((name, Array(file[position + 8..<position + 8 + count])))
      position += 12 + count
    }
    return chunks
  }

  private func bytes(_ colors: [UInt32]) -> [UInt8] {
    colors.flatMap { color in [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) } }
  }

  // Bit depth and colour type (0 grey, 2 RGB, 3 palette) for so many colours.
  @Test(arguments: [(2, 1, 3), (3, 2, 3), (16, 4, 3), (17, 8, 3), (256, 8, 3), (257, 8, 2)])
  func takesTheSmallestTypeAndLosesNothing(count: Int, depth: Int, type: Int) throws {
    // 31 columns do not fill whole bytes; the last rows repeat the first one.
    let row = (0..<31).map { UInt32($0 % count) * 0x010305 }
    let colors = (0..<31 * 20).map { UInt32($0 % count) * 0x010305 } + Array(repeating: row, count: 6).flatMap { $0 }
    let file = try encode(colors, width: 31)
    let header = try #require(chunks(file).first).data
    #expect(header[8] == UInt8(depth) && header[9] == UInt8(type))
    let image = try RGBImage(png: file)
    #expect(image.width == 31 && image.height == 26 && image.bytes == bytes(colors))
  }

  @Test func writesGreysAsGreys() throws {
    let colors = (0..<256).map { UInt32($0) * 0x010101 }
    let file = try encode(colors, width: 16)
    #expect(try #require(chunks(file).first).data[9] == 0)
    #expect(try RGBImage(png: file).bytes == bytes(colors))
  }

  @Test func keepsDensityAndWordsAndNothingElse() throws {
    let file = try encode([0, 0xFFFFFF], width: 2, title: "Loss", description: "Naïve")
    let chunks = chunks(file)
    #expect(chunks.map(\.name) == ["IHDR", "PLTE", "pHYs", "tEXt", "iTXt", "IDAT", "IEND"])
    // 150 dots an inch are 5906 a metre.
    #expect(chunks.first { $0.name == "pHYs" }?.data == [0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1])
    #expect(chunks.first { $0.name == "tEXt" }?.data == Array("Title\0Loss".utf8))
    #expect(chunks.first { $0.name == "iTXt" }?.data == Array("Description\0\0\0\0\0Naïve".utf8))
  }

  @Test func aTextIsKeptCompressed() throws {
    let text = PNGText(keyword: "data", text: String(repeating: "[1,2.5],", count: 100))
    let figure = linesFigure(epochs: 2)
    let (plain, file) = (try figure.png(dpi: 20), try figure.png(dpi: 20, embedding: text))
    let chunk = try #require(chunks(file).first { $0.data.starts(with: "data\0".utf8) })
    // Compressed, by deflate; no language, no translated keyword.
    #expect(chunk.name == "iTXt" && chunk.data.dropFirst(5).starts(with: [1, 0, 0, 0]))
    #expect(chunk.data.count < 60)
    #expect(file.count == plain.count + chunk.data.count + 12)
    #expect(try RGBImage(png: file) == RGBImage(png: plain))
    #expect(try PNGText(keyword: "data", in: file) == text)
    #expect(try PNGText(keyword: "data", in: plain) == nil)
  }

  @Test func aDamagedTextIsRefusedWithItsPlace() throws {
    var file = try linesFigure(epochs: 2).png(dpi: 20, embedding: PNGText(keyword: "data", text: "text"))
    let place = try #require((0..<file.count - 5).first { file[$0..<$0 + 5].elementsEqual("data\0".utf8) })
    file[place + 12] ^= 1
    let error = #expect(throws: PlottingError.self) { try PNGText(keyword: "data", in: file) }
    #expect(error?.kind == .unreadableImage)
    #expect(error?.description == "read text of PNG, byte \(place - 8): the checksum of its iTXt chunk is wrong")
  }

  @Test func aTextThatCouldNotBeReadAgainIsRefused() throws {
    let text = PNGText(keyword: "k", text: String(repeating: "a", count: PNGText.maximumBytes + 1))
    let error = #expect(throws: PlottingError.self) { try linesFigure(epochs: 2).png(dpi: 20, embedding: text) }
    #expect(error?.kind == .invalidValue && error?.reason.contains("at most 8000000") == true)
  }

  /// A name with U+0000 ends no text early.
  @Test func namesThatCCannotHoldAreKept() throws {
    let file = try encode([0, 0xFFFFFF], width: 2, title: "a\0b")
    #expect(chunks(file).first { $0.name == "iTXt" }?.data == Array("Title\0\0\0\0\0a\u{FFFD}b".utf8))
  }

  @Test(arguments: [("", "a"), ("two words", "a"), (String(repeating: "k", count: 80), "a"), ("ä", "a"), ("k", "a\0b")])
  func textsThatPNGCannotHoldAreRefused(keyword: String, text: String) {
    #expect(throws: PlottingError.self) {
      try linesFigure(epochs: 2).png(dpi: 20, embedding: PNGText(keyword: keyword, text: text))
    }
  }

  @Test func refusesWhatIsNoPNG() throws {
    #expect(throws: PlottingError.self) { try RGBImage(png: []) }
    #expect(throws: PlottingError.self) { try RGBImage(png: Array("GIF89a, not a PNG".utf8)) }
    let file = try encode((0..<4000).map { UInt32($0) &* 2_654_435_761 & 0xFFFFFF }, width: 40)
    #expect(throws: PlottingError.self) { try RGBImage(png: Array(file.prefix(file.count / 2))) }
    var damaged = file
    damaged[60] ^= 0xFF
    #expect(throws: PlottingError.self) { try RGBImage(png: damaged) }
  }

  @Test func theSameFigureGivesTheSameBytes() async throws {
    let expected = try linesFigure(epochs: 5).png(dpi: 50)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 { group.addTask { try linesFigure(epochs: 5).png(dpi: 50) } }
      for try await file in group { #expect(file == expected) }
    }
  }
}
