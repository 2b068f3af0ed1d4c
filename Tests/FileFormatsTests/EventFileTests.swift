import TestSupport
import Testing

@testable import FileFormats

@Suite struct EventFileTests {
  /// A record around the bytes of a message.
  private func record(_ data: [UInt8]) -> [UInt8] {
    func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
    }
    func checksum(_ bytes: [UInt8]) -> [UInt8] { littleEndian(bytes.withUnsafeBytes { CRC32C.masked($0) }) }
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
      #expect(file.scalars == [EventFile.Scalar(tag: "t", step: 150, value: 0.5)], "\(form)")
    }
    // Strings, vectors and images are none.
    for other in [field(8, [0x08, 7]), field(8, [0x08, 1] + field(4, single + single)), field(4, [1, 2])] {
      let file = try EventFile.read(event(step: [0], value: tag + other), file: "events")
      #expect(file.scalars.isEmpty && file.otherTags == ["t"])
    }
  }

  @Test func whatIsNoEventIsNamed() {
    func problem(_ data: [UInt8]) -> String? {
      do throws(FormatError) {
        _ = try EventFile.read(record(data), file: "events")
        return nil
      } catch {
        return error.problem
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
    let mutants = { (bytes: [UInt8]) throws(FormatError) in try EventFile.read(bytes, file: "events") }
    let outcome = mutate(file + file, file: "events", mutants)
    #expect(outcome.refused > 1_000 && outcome.unclear.isEmpty, "\(outcome)")
    // Past the checksums.
    let data = [0x10, 1] + field(5, field(1, value))
    let past = mutate(data, file: "events") { bytes throws(FormatError) in
      try EventFile.read(record(bytes), file: "events")
    }
    #expect(past.refused > 1_000 && past.read > 100 && past.unclear.isEmpty, "\(past)")
  }
}
