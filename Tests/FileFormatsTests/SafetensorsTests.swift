import TestSupport
import Testing

@testable import FileFormats

@Suite struct SafetensorsTests {
  private let tensors = [
    Safetensors.Tensor(name: "ärger \"quoted\"", shape: [0, 4], values: []),
    Safetensors.Tensor(name: "conv/1.kernel", shape: [2, 3], values: [0, 1, 2, 3, 4, 5]),
    Safetensors.Tensor(name: "bias", shape: [2], values: [-1.5, 0.25]),
    Safetensors.Tensor(name: "scalar", shape: [], values: [7]),
  ]

  /// A file of this header and as many bytes of data.
  private func file(_ header: String, dataBytes: Int) -> [UInt8] {
    (0..<8).map { UInt8(header.utf8.count >> (8 * $0) & 0xff) } + header.utf8 + [UInt8](repeating: 0, count: dataBytes)
  }

  private func error(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try Safetensors.read(bytes, file: "a.safetensors")
      return nil
    } catch {
      return error
    }
  }

  @Test func readsWhatTheLibraryWrote() throws {
    let read = try Safetensors.read(fixture("four_tensors.safetensors"), file: "a.safetensors")
    #expect(read.map(\.name) == ["bias", "conv/1.kernel", "scalar", "ärger \"quoted\""])
    #expect(read == [tensors[2], tensors[1], tensors[3], tensors[0]])
  }

  @Test func writesTheBytesThatTheLibraryWrites() throws {
    #expect(try Safetensors.write(tensors, file: "a.safetensors") == fixture("four_tensors.safetensors"))
  }

  @Test func metadataIsPassedOver() throws {
    let read = try Safetensors.read(fixture("metadata.safetensors"), file: "a.safetensors")
    #expect(read == [Safetensors.Tensor(name: "bias", shape: [2, 3], values: [0, 1, 2, 3, 4, 5])])
  }

  /// So a file of any size is read no further than it can be right.
  @Test func theHeaderSaysHowMuchIsNeeded() throws {
    let bytes = try fixture("four_tensors.safetensors")
    let header = 8 + Int(bytes[0]) + Int(bytes[1]) << 8
    #expect(Safetensors.bytesNeeded(after: Array(bytes.prefix(20))) == header)
    #expect(Safetensors.bytesNeeded(after: Array(bytes.prefix(header))) == bytes.count + 1)
    #expect(Safetensors.bytesNeeded(after: [UInt8](repeating: 0, count: 20)) == 0)
    #expect(Safetensors.bytesNeeded(after: [UInt8](repeating: 0xff, count: 20)) == 0)
    let last = #"{"a": {"dtype": "F32", "shape": [], "data_offsets": [0, 9223372036854775807]}}"#
    #expect(Safetensors.bytesNeeded(after: file(last, dataBytes: 0)) == .max)
    #expect(error([UInt8](repeating: 0xff, count: 20))?.problem.contains("longer than the 100000000") == true)
  }

  @Test func noTensorsAreAFileToo() throws {
    let bytes = try Safetensors.write([], file: "a.safetensors")
    #expect(bytes == [8, 0, 0, 0, 0, 0, 0, 0] + "{}      ".utf8)
    #expect(try Safetensors.read(bytes, file: "a.safetensors") == [])
  }

  @Test func namesMustDifferAndBeAllowed() {
    #expect(throws: FormatError.self) { try Safetensors.write([tensors[2], tensors[2]], file: "a.safetensors") }
    let metadata = Safetensors.Tensor(name: "__metadata__", shape: [], values: [1])
    #expect(throws: FormatError.self) { try Safetensors.write([metadata], file: "a.safetensors") }
  }

  @Test func everyFaultHasAnErrorOfItsOwn() throws {
    let bytes = try fixture("four_tensors.safetensors")
    #expect(error([])?.problem == "it is empty")
    #expect(error([1, 2, 3])?.problem == "it ends within its first 8 bytes")
    #expect(error(Array(bytes.prefix(100)))?.place == .byte(0))
    #expect(error(Array(bytes.dropLast()))?.problem == "its data ends behind the file")
    #expect(error(Array(bytes.dropLast()))?.place == .field("scalar"))
    #expect(error(bytes + [0])?.problem == "1 bytes follow its last tensor")
    #expect(error(file("[]", dataBytes: 0))?.problem == "its header is not the JSON of a safetensors file")
    #expect(error([UInt8](repeating: 0xff, count: 16))?.place == .byte(0))
    #expect(error(try fixture("f16.safetensors"))?.problem == "its elements are of type F16")
  }

  @Test(arguments: [
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}"#,
    #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,12]}}"#,
    #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[12,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[-12,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[-3],"data_offsets":[0,12]}}"#,
    #"{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,12]}}"#,
    #"{"a":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,12]}}"#,
    #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12,12]}}"#,
    #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,9223372036854775807]}}"#,
  ])
  func tensorsMustFillTheFile(header: String) {
    #expect(error(file(header, dataBytes: 12)) != nil)
  }

  @Test func mutantsAreReadOrRefused() throws {
    let outcome = mutate(try fixture("four_tensors.safetensors"), words: jsonWords, file: "a.safetensors") {
      (bytes) throws(FormatError) in
      try Safetensors.read(bytes, file: "a.safetensors")
    }
    #expect(outcome.refused > 1000 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
