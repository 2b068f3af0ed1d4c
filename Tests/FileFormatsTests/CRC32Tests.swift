import Testing

@testable import FileFormats

@Suite struct CRC32Tests {
  /// The check value that catalogues of CRCs give.
  @Test func theCheckValue() {
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xcbf4_3926)
    #expect(CRC32.checksum([]) == 0)
  }

  @Test func inPieces() {
    let first = CRC32.checksum(Array("1234".utf8))
    #expect(CRC32.checksum(Array("56789".utf8), continuing: first) == 0xcbf4_3926)
    #expect(CRC32.checksum([], continuing: first) == first)
  }
}
