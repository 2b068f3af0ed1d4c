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
    let stored = try NPZ.read(try fixture("stored.npz"), file: "a.npz") { $0 != "names" }
    #expect(Set(stored.map(\.name)) == ["arr_0", "labels"])
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
    #expect(error(bytes) == "its elements are of type '<U3'")
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

  @Test func mutantsAreReadOrRefused() throws {
    for name in ["stored", "deflated"] {
      let outcome = mutate(try fixture("\(name).npz"), words: ["PK\u{1}\u{2}", "PK\u{3}\u{4}"], file: "a.npz") {
        (bytes) throws(FormatError) in
        try NPZ.read(bytes, file: "a.npz") { $0 != "names" }
      }
      #expect(outcome.refused > 100 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
    }
  }
}
