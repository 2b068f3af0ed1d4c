import TestSupport
import Testing

@testable import FileFormats

@Suite struct PNGTextChunkTests {
  /// A chunk under `key`, compressed as `zlib.compress` of Python does.
  private static func packed(_ text: [UInt8]) -> [UInt8] {
    PNGFile.chunk("iTXt", Array("key\0\u{1}\0en\0\0".utf8) + PNGFile.deflated(text))
  }

  private static func read(_ bytes: [UInt8]) throws(FormatError) -> String? {
    try PNGTextChunk.read("key", from: bytes, file: "a.png", limit: 100_000)
  }

  @Test func textsAreReadPlainAndCompressed() throws {
    #expect(try Self.read(PNGFile.file(PNGFile.chunk("iTXt", Array("key\0\0\0\0\0Größe".utf8)))) == "Größe")
    #expect(
      try Self.read(PNGFile.file(PNGFile.chunk("iTXt", Array("other\0\0\0\0\0no".utf8)), Self.packed([65, 66]))) == "AB"
    )
    #expect(try Self.read(PNGFile.file(PNGFile.chunk("tEXt", Array("key\0text".utf8)))) == nil)
    #expect(try Self.read(PNGFile.file(Self.packed([]))) == "")
    let long = [UInt8](repeating: 65, count: 100_000)
    #expect(try Self.read(PNGFile.file(Self.packed(long)))?.utf8.count == 100_000)
  }

  /// Written by Pillow 13 as `PngInfo.add_itxt("key", "Größe 5 µm", zip=True)`, after a tEXt and a zTXt of other keywords.
  @Test func aFileOfPillowIsRead() throws {
    #expect(try Self.read(fixture("pillow_text.png")) == "Größe 5 µm")
  }

  @Test func damageIsRefusedWithItsPlace() {
    let good = PNGFile.file(Self.packed(Array("some text".utf8)))
    var flipped = good
    flipped[20] ^= 1
    let cases: [([UInt8], String)] = [
      ([], "byte 0: it is empty"), (Array("GIF89a".utf8), "byte 0: it does not begin"),
      (flipped, "byte 8: the checksum of its iTXt chunk is wrong"),
      (Array(good.dropLast(12)), "byte \(good.count - 12): it ends before"),
      (Array(good.prefix(30)), "byte 8: its iTXt chunk of"),
      (PNGFile.file(Self.packed([UInt8](repeating: 65, count: 100_001))), "unpacks to more than 100000 bytes"),
      (
        PNGFile.file(PNGFile.chunk("iTXt", Array("key\0\0\0\0\0".utf8) + [UInt8](repeating: 65, count: 100_000))),
        "has more than 100000 bytes"
      ),
      (PNGFile.file(Self.packed([0xC3])), "is not UTF-8"),
      (PNGFile.file(PNGFile.chunk("iTXt", Array("key\0\u{1}\0\0\0no zlib".utf8))), "damaged compressed text"),
      (PNGFile.file(PNGFile.chunk("iTXt", Array("key\0\u{2}\0\0\0text".utf8))), "in no way that PNG knows"),
      (PNGFile.file(PNGFile.chunk("iTXt", Array("key\0\0\0en".utf8))), "ends before its text"),
    ]
    for (bytes, message) in cases {
      do throws(FormatError) {
        _ = try Self.read(bytes)
        Issue.record("read: \(message)")
      } catch {
        #expect(error.description.contains(message), "\(error)")
      }
    }
  }

  @Test func mutantsAreReadOrRefused() {
    let outcome = mutate(PNGFile.file(Self.packed(Array("some text".utf8))), words: ["iTXt", "IEND"], file: "a.png") {
      (bytes: [UInt8]) throws(FormatError) in try Self.read(bytes)
    }
    #expect(outcome.unclear == [])
    #expect(outcome.refused > 1_000)
  }

  @Test func mutantsOfTheTextAreReadOrRefused() {
    let text = Array(Self.packed(Array("some text, some text".utf8)).dropFirst(8).dropLast(4))
    let outcome = mutate(text, file: "a.png") { (bytes: [UInt8]) throws(FormatError) in
      try Self.read(PNGFile.file(PNGFile.chunk("iTXt", bytes)))
    }
    #expect(outcome.unclear == [])
    #expect(outcome.read > 0 && outcome.refused > 500)
  }
}
