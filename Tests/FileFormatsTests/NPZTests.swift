import TestSupport
import Testing

@testable import FileFormats

@Suite struct NPZTests {
  private func error(_ bytes: [UInt8]) -> String? {
    do throws(FormatError) {
      _ = try NPZ.read(bytes, file: "a.npz")
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func readsWhatNumPyWrote() throws {
    let stored = try NPZ.read(try fixture("stored.npz"), file: "a.npz")
    #expect(Set(stored.map(\.name)) == ["arr_0", "labels", "names"])
    #expect(stored.first { $0.name == "names" }?.array.texts == ["cat", "dog"])
    #expect(
      stored.first { $0.name == "arr_0" }?.array == NPYArray(shape: [2, 3], elements: .int64([0, 1, 2, 3, 4, 5])))
    #expect(stored.first { $0.name == "labels" }?.array == NPYArray(shape: [3], elements: .uint8([0, 1, 2])))
    // float64 is rounded to float32.
    let deflated = try NPZ.read(try fixture("deflated.npz"), file: "a.npz")
    #expect(
      deflated.first { $0.name == "logits" }?.array
        == NPYArray(shape: [50, 40], elements: .float32([Float](repeating: 0, count: 2_000))))
    #expect(deflated.first { $0.name == "y" }?.array == NPYArray(shape: [3], elements: .int64([3, 4, 5])))
  }

  @Test func whatIsNotReadIsNamed() throws {
    let bytes = try fixture("stored.npz")
    #expect(error([]) == "it is empty")
    #expect(error(Array("PNG".utf8)) == "it does not begin with PK")
    #expect(error(Array(bytes.dropLast())) == "it has no list of members at its end")
    // The array labels is stored as it is, after the line feed that ends its header.
    let place = try #require(bytes.indices.dropLast(4).first { Array(bytes[$0..<$0 + 4]) == [10, 0, 1, 2] })
    var damaged = bytes
    damaged[place + 3] = 7
    let error = #expect(throws: FormatError.self) { try NPZ.read(damaged, file: "a.npz") { $0 == "labels" } }
    #expect(error?.place == .field("labels.npy") && error?.problem == "its checksum is wrong")
  }

  @Test func aFileMayComeByteByByteAndEndWithAComment() throws {
    for name in ["stored", "deflated"] {
      let bytes = try fixture("\(name).npz")
      let whole = try NPZ.read(bytes, file: "a.npz") { $0 != "names" }
      let slow = BytesAt(size: bytes.count) { place, buffer in
        guard place < bytes.count else { return 0 }
        buffer[0] = bytes[place]
        return 1
      }
      #expect(try NPZ.read(slow, file: "a.npz") { $0 != "names" } == whole)
      // The last two bytes are the comment's length.
      let commented = bytes.dropLast(2) + [7, 0] + "comment".utf8
      #expect(try NPZ.read(Array(commented), file: "a.npz") { $0 != "names" } == whole)
    }
  }

  /// As if somebody cut the file off meanwhile.
  @Test func aFileThatCannotBeReadOnIsCutOff() throws {
    let bytes = try fixture("stored.npz")
    var reads = 0
    let cut = BytesAt(size: bytes.count) { place, buffer in
      reads += 1
      // The beginning, the end, the list of members, a member's header, and the four parts of an array's header.
      if reads > 8 { return 0 }
      let piece = bytes[place...].prefix(buffer.count)
      buffer.copyBytes(from: piece)
      return piece.count
    }
    let error = #expect(throws: FormatError.self) { try NPZ.read(cut, file: "a.npz") { $0 == "labels" } }
    #expect(error?.problem == "it ends after 0 of the 3 bytes of its elements")
  }

  @Test func mutantsAreReadOrRefused() throws {
    for name in ["stored", "deflated"] {
      let outcome = mutate(try fixture("\(name).npz"), words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}"], file: "a.npz") {
        (bytes) throws(FormatError) in
        try NPZ.read(bytes, file: "a.npz")
      }
      #expect(outcome.refused > 100 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
    }
  }
}
