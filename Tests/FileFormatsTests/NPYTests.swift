import TestSupport
import Testing

@testable import FileFormats

@Suite struct NPYTests {
  private func error(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      _ = try NPY.read(bytes, file: "a.npy")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("u1", NPYArray.Elements.uint8([0, 1, 2, 3, 4, 5])), ("i1", .int8([0, 1, 2, 3, 4, 5])),
    ("little_u2", .uint16([0, 1, 2, 3, 4, 5])), ("little_u4", .uint32([0, 1, 2, 3, 4, 5])),
    ("little_u8", .uint64([0, 1, 2, 3, 4, 5])), ("little_i2", .int16([0, 1, 2, 3, 4, 5])),
    ("little_i4", .int32([0, 1, 2, 3, 4, 5])), ("little_i8", .int64([0, 1, 2, 3, 4, 5])),
    ("big_u2", .uint16([0, 1, 2, 3, 4, 5])), ("big_i4", .int32([0, 1, 2, 3, 4, 5])),
    ("big_i8", .int64([0, 1, 2, 3, 4, 5])), ("little_f2", .float32([0, 1, 2, 3, 4, 5])),
    ("little_f4", .float32([0, 1, 2, 3, 4, 5])), ("little_f8", .float64([0, 1, 2, 3, 4, 5])),
    ("big_f2", .float32([0, 1, 2, 3, 4, 5])), ("big_f4", .float32([0, 1, 2, 3, 4, 5])),
    ("big_f8", .float64([0, 1, 2, 3, 4, 5])), ("fortran_little_f4", .float32([0, 1, 2, 3, 4, 5])),
    ("version_2", .float32([0, 1, 2, 3, 4, 5])), ("version_3", .float32([0, 1, 2, 3, 4, 5])),
  ])
  func readsWhatNumPyWrote(name: String, elements: NPYArray.Elements) throws {
    let array = try NPY.read(fixture("\(name).npy"), file: name)
    #expect(array == NPYArray(shape: [2, 3], elements: elements))
  }

  @Test func readsOtherShapes() throws {
    #expect(
      try NPY.read(fixture("fortran_big_i2_2x3x4.npy"), file: "a.npy")
        == NPYArray(shape: [2, 3, 4], elements: .int16(Array(0..<24))))
    #expect(
      try NPY.read(fixture("scalar_little_f4.npy"), file: "a.npy") == NPYArray(shape: [], elements: .float32([1.5])))
    #expect(
      try NPY.read(fixture("bool.npy"), file: "a.npy")
        == NPYArray(shape: [2, 3], elements: .uint8([0, 0, 0, 1, 1, 1])))
    #expect(
      try NPY.read(fixture("empty_0x3_little_f4.npy"), file: "a.npy")
        == NPYArray(shape: [0, 3], elements: .float32([])))
  }

  @Test func readsTexts() throws {
    #expect(
      try NPY.read(fixture("texts.npy"), file: "a.npy") == NPYArray(shape: [2], elements: .texts(["cat", "mouse"])))
    #expect(try NPY.read(fixture("bytes.npy"), file: "a.npy") == NPYArray(shape: [2], elements: .texts(["cat", "ox"])))
    #expect(
      try NPY.read(fixture("fortran_big_texts.npy"), file: "a.npy")
        == NPYArray(shape: [2, 2], elements: .texts(["\u{FC}", "b", "", "\u{1F600}x"])))
    #expect(
      error(Array(try fixture("texts.npy").dropLast()))?.problem == "it ends after 39 of the 40 bytes of its elements")
    for type in ["<U0", "<U", "|S-1", "<U9999999"] {
      let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (2,), }"
      let bytes = NPY.magic + [1, 0, UInt8(header.utf8.count), 0] + header.utf8
      #expect(error(bytes)?.problem == "its elements are of type '\(type)'")
    }
  }

  @Test(arguments: [
    "u1", "i1", "little_u2", "little_u4", "little_u8", "little_i2", "little_i4", "little_i8", "little_f4", "little_f8",
    "scalar_little_f4", "vector_little_i4", "empty_0x3_little_f4", "texts",
  ])
  func writesTheBytesThatNumPyWrites(name: String) throws {
    let bytes = try fixture("\(name).npy")
    #expect(NPY.write(try NPY.read(bytes, file: name)) == bytes)
  }

  @Test func aHeaderThatDoesNotFit16BitsIsOfVersion2() throws {
    let array = NPYArray(shape: [Int](repeating: 1, count: 30_000), elements: .uint8([9]))
    let bytes = NPY.write(array)
    #expect(Array(bytes[6..<8]) == [2, 0])
    #expect((bytes.count - 1).isMultiple(of: 64))
    let length = bytes[8..<12].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(12 + length + 1 == bytes.count && bytes.last == 9)
    #expect(try NPYHeader(parsing: bytes[12..<12 + length]).shape == array.shape)
  }

  @Test func numbersConvert() {
    #expect(NPYArray(shape: [2], elements: .int16([-1, 7])).integers == [-1, 7])
    #expect(NPYArray(shape: [1], elements: .uint64([.max])).integers == nil)
    #expect(NPYArray(shape: [1], elements: .float32([1])).integers == nil)
    #expect(NPYArray(shape: [1], elements: .float64([0.1])).floats == [Float(0.1)])
    #expect(NPYArray(shape: [1], elements: .uint8([1])).floats == nil)
  }

  @Test func everyFaultHasAnErrorOfItsOwn() throws {
    let bytes = try fixture("little_f4.npy")
    #expect(error([])?.problem == "it is empty")
    #expect(error(Array("PK".utf8))?.problem == "it does not begin with \\x93NUMPY")
    #expect(error(Array(bytes.prefix(4)))?.problem == "it ends within its header")
    #expect(error(Array(bytes.prefix(100)))?.problem == "it ends within its header")
    #expect(error(Array(bytes.dropLast()))?.problem == "it ends after 23 of the 24 bytes of its elements")
    #expect(error(bytes + [0])?.place == .byte(152))
    #expect(error(bytes + [0])?.problem == "1 bytes follow its last element")
    var version = bytes
    version[6] = 9
    #expect(error(version)?.problem == "its version 9.0 is unknown")
    #expect(error(try fixture("objects.npy"))?.problem == "its elements are of type '|O'")
    #expect(error(try fixture("objects.npy"))?.advice.contains("array.astype('int64')") == true)
    #expect(error(try fixture("record.npy"))?.problem == "its elements are records of several fields")
  }

  /// NumPy writes one form; other writers may write others that Python reads.
  @Test func theHeaderIsAPythonDictionary() throws {
    let text = "{\"shape\":(2L,\n3),'fortran_order' : True,\t'descr':'>i4'}\n"
    #expect(try NPYHeader(parsing: text.utf8) == NPYHeader(descr: ">i4", fortranOrder: true, shape: [2, 3]))
    for text in [
      "", "{", "{}", "{'descr': '<f4', 'fortran_order': False, 'shape': (2, -3)}", "{'descr': '<f4'}",
      "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", "{'descr': '<f4",
      "{'descr': '<f4', 'fortran_order': 0, 'shape': ()}", "{'a': 1}",
      "{'descr': '<f4', 'fortran_order': False, 'shape': ()} x",
    ] {
      #expect(throws: NPYHeader.Unreadable.self) { try NPYHeader(parsing: text.utf8) }
    }
  }

  @Test func aShapeMayNotOverflow() {
    for shape in ["(4294967296, 4294967296, 4)", "(4611686018427387904,)"] {
      let header = "{'descr': '<f4', 'fortran_order': True, 'shape': \(shape), }"
      let bytes = NPY.magic + [1, 0, UInt8(header.utf8.count), 0] + header.utf8
      #expect(error(bytes)?.place == .field("shape"))
    }
  }

  /// Each dimension costs a step for each element, where the first is the fastest.
  @Test func aShapeHasAtMostNumPysDimensions() throws {
    func file(dimensions: Int) -> [UInt8] {
      let shape = String(repeating: "1, ", count: dimensions)
      let header = "{'descr': '|u1', 'fortran_order': True, 'shape': (\(shape)), }"
      return NPY.magic + [2, 0] + (0..<4).map { UInt8(header.utf8.count >> (8 * $0) & 0xff) } + header.utf8 + [7]
    }
    #expect(try NPY.read(file(dimensions: 64), file: "a.npy").elements == .uint8([7]))
    #expect(error(file(dimensions: 65))?.problem == "it has 65 dimensions, and NumPy's arrays have 64 at most")
  }

  @Test func mutantsAreReadOrRefused() throws {
    for name in ["big_i8", "version_2", "fortran_big_i2_2x3x4", "empty_0x3_little_f4", "fortran_big_texts"] {
      let outcome = mutate(try fixture("\(name).npy"), words: ["(", "0, ", "9223372036854775807, "], file: "a.npy") {
        (bytes) throws(FormatError) in
        try NPY.read(bytes, file: "a.npy")
      }
      #expect(outcome.refused > 100 && outcome.unclear.isEmpty, "\(outcome)")
    }
  }
}
