import CCRC32C
import TestSupport
import Testing

@testable import FileFormats

@Suite struct EventFileTests {
  /// A record around the bytes of a message.
  private func record(_ data: [UInt8]) -> [UInt8] {
    func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
    }
    func checksum(_ bytes: [UInt8]) -> [UInt8] {
      littleEndian(CRC32C.masked(bytes.withUnsafeBytes { CRC32C.checksum($0) }))
    }
    let length = littleEndian(UInt64(data.count))
    return length + checksum(length) + data + checksum(data)
  }

  /// A field of bytes.
  private func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] { [number << 3 | 2, UInt8(bytes.count)] + bytes }

  private func event(step: [UInt8], value: [UInt8]) -> [UInt8] { record([0x10] + step + field(5, field(1, value))) }

  @Test func checksumsAreCastagnolis() {
    // RFC 3720, B.4: "123456789" and 32 bytes of zeros.
    #expect(Array("123456789".utf8).withUnsafeBytes { CRC32C.checksum($0) } == 0xe306_9283)
    #expect([UInt8](repeating: 0, count: 32).withUnsafeBytes { CRC32C.checksum($0) } == 0x8a91_36aa)
  }

  @Test func checksumsAreTheSameWithAndWithoutTheInstruction() {
    // Lengths around the eight bytes that are taken at once, from places that are not aligned.
    let bytes = (0..<100).map { UInt8($0 * 7 % 251) }
    for start in 0..<9 {
      for end in start..<100 {
        let piece = Array(bytes[start..<end])
        #expect(crc32c_extend(5, piece, piece.count) == crc32c_extend_portable(5, piece, piece.count))
      }
    }
    let halves = crc32c_extend(crc32c_extend(0, bytes, 37), Array(bytes[37...]), 63)
    #expect(halves == bytes.withUnsafeBytes { CRC32C.checksum($0) })
  }

  /// Three scalars around an image of a megabyte, which is larger than the window through which the file is read.
  @Test(arguments: [7, 1_000, 1 << 20])
  func imagesArePassedOverInPiecesOfAnySize(pieces: Int) throws {
    func varint(_ number: Int) -> [UInt8] {
      number < 128 ? [UInt8(number)] : [UInt8(number & 127) | 128] + varint(number >> 7)
    }
    func long(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] { [number << 3 | 2] + varint(bytes.count) + bytes }
    let half: [UInt8] = [0x15, 0, 0, 0, 0x3f]
    let scalar = long(1, long(1, Array("t".utf8)) + half)
    let pixels = [UInt8](repeating: 7, count: 1 << 20)
    let image = long(1, long(1, Array("image".utf8)) + long(4, pixels))
    let bytes =
      record([0x10, 1] + long(5, scalar)) + record([0x10, 2] + long(5, image + scalar + image))
      + record([0x10, 3] + long(5, scalar))
    func read(_ bytes: [UInt8]) throws -> EventFile {
      var place = 0
      return try EventFile.read(file: "events") { buffer in
        let piece = bytes[place...].prefix(min(pieces, buffer.count))
        buffer.copyBytes(from: piece)
        place += piece.count
        return piece.count
      }
    }
    let whole = EventFile(
      series: [EventFile.Series(tag: "t", steps: [1, 2, 3], values: [0.5, 0.5, 0.5])], otherTags: ["image"])
    #expect(try read(bytes) == whole)
    // A flipped bit within an image.
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    #expect(throws: FormatError.self) { try read(damaged) }
    // Cut off within the second image: nothing of its record counts.
    let cut = try read(Array(bytes.dropLast(1000)))
    #expect(cut.series == [EventFile.Series(tag: "t", steps: [1], values: [0.5])] && cut.cutOffAt == 30)
  }

  @Test func everyFormOfAScalarIsRead() throws {
    let tag = field(1, Array("t".utf8))
    // 0.5 as float32 is 3f000000, as float64 3fe00000 00000000.
    let (single, double): ([UInt8], [UInt8]) = ([0, 0, 0, 0x3f], [0, 0, 0, 0, 0, 0, 0xe0, 0x3f])
    let forms: [[UInt8]] = [
      [0x15] + single, field(8, [0x08, 1] + field(4, single)), field(8, [0x08, 2] + field(4, double)),
      field(8, [0x08, 1, 0x2d] + single), field(8, [0x08, 1] + field(5, single)),
      field(8, [0x08, 2, 0x31] + double), field(8, [0x08, 2] + field(6, double)),
    ]
    for form in forms {
      let file = try EventFile.read(event(step: [0x96, 0x01], value: tag + form), file: "events")
      #expect(file.series == [EventFile.Series(tag: "t", steps: [150], values: [0.5])], "\(form)")
    }
    // Strings, vectors and images are none.
    for other in [field(8, [0x08, 7]), field(8, [0x08, 1] + field(4, single + single)), field(4, [1, 2])] {
      let file = try EventFile.read(event(step: [0], value: tag + other), file: "events")
      #expect(file.series.isEmpty && file.otherTags == ["t"])
    }
  }

  @Test func whatIsNoEventIsNamed() {
    func problem(_ data: [UInt8]) -> String? {
      do {
        _ = try EventFile.read(record(data), file: "events")
        return nil
      } catch {
        return (error as? FormatError)?.problem
      }
    }
    // A field numbered 0, a group, an endless number, a length beyond the end.
    for data in [[0x00], [0x0b], [UInt8](repeating: 0xff, count: 11), [0x0a, 0x7f]] as [[UInt8]] {
      #expect(problem(data) == "a record is no event")
    }
    #expect(problem([]) == nil)
  }

  @Test func mutantsAreReadOrRefused() {
    let value = field(1, Array("epoch_loss".utf8)) + field(8, [0x08, 1] + field(4, [0, 0, 0, 0x3f]))
    let file = event(step: [1], value: value)
    let outcome = mutate(file + file, file: "events") { bytes in try EventFile.read(bytes, file: "events") }
    #expect(outcome.refused > 1_000 && outcome.unclear.isEmpty, "\(outcome)")
    // Past the checksums.
    let data = [0x10, 1] + field(5, field(1, value))
    let past = mutate(data, file: "events") { bytes in
      try EventFile.read(record(bytes), file: "events")
    }
    #expect(past.refused > 1_000 && past.read > 100 && past.unclear.isEmpty, "\(past)")
  }
}
