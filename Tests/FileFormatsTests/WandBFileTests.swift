import TestSupport
import Testing

@testable import FileFormats

@Suite struct WandBFileTests {
  /// A field of bytes.
  private func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
    func varint(_ number: Int) -> [UInt8] {
      number < 128 ? [UInt8(number)] : [UInt8(number & 127) | 128] + varint(number >> 7)
    }
    return varint(number << 3 | 2) + varint(bytes.count) + bytes
  }

  private func item(_ keys: [String], _ json: String) -> [UInt8] {
    field(1, keys.flatMap { field(2, Array($0.utf8)) } + field(16, Array(json.utf8)))
  }

  private func history(_ items: [UInt8]) -> [UInt8] { [0x08, 1] + field(2, items) }

  /// A file of records, cut into fragments where the blocks end.
  private func file(_ records: [[UInt8]]) -> [UInt8] {
    var bytes = WandBFile.header
    for record in records {
      var rest = record[...]
      var isFirst = true
      repeat {
        let left = 32_768 - bytes.count % 32_768
        if left < 7 {
          bytes += [UInt8](repeating: 0, count: left)
          continue
        }
        let data = Array(rest.prefix(left - 7))
        rest = rest.dropFirst(data.count)
        let type: UInt8 = isFirst ? (rest.isEmpty ? 1 : 2) : (rest.isEmpty ? 4 : 3)
        let checksum = CRC32.checksum([type] + data)
        bytes += withUnsafeBytes(of: checksum.littleEndian) { [UInt8]($0) }
        bytes += [UInt8(data.count & 255), UInt8(data.count >> 8), type] + data
        isFirst = false
      } while isFirst || !rest.isEmpty
    }
    return bytes
  }

  private func read(_ bytes: [UInt8]) throws -> (rows: [WandBFile.Row], cutOffAt: Int?) {
    var rows: [WandBFile.Row] = []
    let cutOffAt = try WandBFile.read(bytes, file: "run.wandb") { rows.append($0) }
    return (rows, cutOffAt)
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do {
      _ = try read(bytes)
      return nil
    } catch {
      return (error as? FormatError)?.problem
    }
  }

  @Test func everyKindOfValueIsToldApart() throws {
    let items =
      item(["_step"], "3") + item(["val", "loss"], "2.5e-1") + item(["nan"], "NaN") + item(["old"], "\"Infinity\"")
      + item(["text"], "\"0.5\"") + item(["list"], "[1]") + item(["flag"], "true") + item(["none"], "null")
      + item(["hex"], "0x10") + item(["image", "width"], "4") + item(["image", "_type"], "\"image-file\"")
    let rows = try read(file([[0x08, 1], history(items)])).rows
    try #require(rows.count == 1)
    #expect(rows[0].scalars.map(\.key) == ["_step", "val.loss", "nan", "old"])
    #expect(rows[0].scalars[1].value == 0.25 && rows[0].scalars[2].value.isNaN && rows[0].scalars[3].value == .infinity)
    #expect(rows[0].others == ["image", "text", "list", "flag", "hex"])
  }

  /// Rows of such lengths that blocks end before, within and after a fragment's header.
  @Test(arguments: [100, 32_740, 32_741, 32_747, 32_754, 65_536, 100_000])
  func recordsGoOnOverBlocks(length: Int) throws {
    let filler = String(repeating: "x", count: length)
    let rows = (0..<5).map { history(item(["loss"], "\($0)") + item(["text"], "\"\(filler)\"")) }
    let (found, cutOffAt) = try read(file(rows))
    #expect(found.map { $0.scalars.map(\.value) } == [[0], [1], [2], [3], [4]] && cutOffAt == nil)
  }

  @Test func aTailThatIsCutOffIsTold() throws {
    let row = history(item(["loss"], "1") + item(["text"], String(repeating: "x", count: 40_000)))
    let bytes = file([history(item(["loss"], "2")), row])
    let start = 7 + 7 + history(item(["loss"], "2")).count
    for length in [start + 1, start + 7, start + 500, 32_768, 32_770, bytes.count - 1] {
      let (rows, cutOffAt) = try read(Array(bytes.prefix(length)))
      #expect(rows.count == 1 && cutOffAt == start)
    }
    #expect(try read(Array(bytes.prefix(start))).cutOffAt == nil)
  }

  @Test func damageIsTold() throws {
    let bytes = file([history(item(["loss"], "2")), history(item(["loss"], "1"))])
    func flipped(_ place: Int) -> [UInt8] {
      var bytes = bytes
      bytes[place] ^= 1
      return bytes
    }
    #expect(problem(flipped(0)) == "it does not begin with :W&B")
    #expect(problem(flipped(6)) == "its version 1 is unknown")
    #expect(problem([0x3a]) == "it ends within its header")
    #expect(problem(flipped(7)) == "the checksum of a record is wrong")
    #expect(problem(flipped(20)) == "the checksum of a record is wrong")
    #expect(problem(file([[0x0b]])) == "a record is none of W&B's")
    #expect(problem(file([history([0x0a, 9])])) == "a record is none of W&B's")
    // A last fragment without the first.
    let checksum = CRC32.checksum([4, 0x08])
    let last = withUnsafeBytes(of: checksum.littleEndian) { [UInt8]($0) } + [1, 0, 4, 0x08]
    #expect(problem(WandBFile.header + last) == "a part of a record is missing")
    // Any single bit: a length that is too large is a tail that is cut off.
    for place in bytes.indices {
      #expect((try? read(flipped(place)))?.cutOffAt != nil || problem(flipped(place)) != nil)
    }
  }

  @Test func mutantsAreReadOrRefused() {
    let row = history(item(["_step"], "1") + item(["val", "loss"], "0.5") + item(["image", "_type"], "\"x\""))
    let outcome = mutate(file([row, row]), file: "run.wandb") { bytes in try read(bytes) }
    #expect(outcome.refused > 1_000 && outcome.unclear.isEmpty, "\(outcome)")
    // Past the checksums.
    let past = mutate(row, file: "run.wandb") { bytes in try read(file([bytes])) }
    #expect(past.refused > 500 && past.read > 100 && past.unclear.isEmpty, "\(past)")
  }
}
