import TestSupport
import Testing

@testable import FileFormats

@Suite struct IDXTests {
  /// Two images of 1 x 3.
  private let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 20, 30, 40, 50, 60]

  private func error(_ bytes: [UInt8], dimensions: Int = 3, limit: Int = 1000) -> FormatError? {
    do throws(FormatError) {
      _ = try IDX.read(bytes, file: "images", dimensions: dimensions, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  private func changed(_ offset: Int, to byte: UInt8) -> [UInt8] {
    var bytes = images
    bytes[offset] = byte
    return bytes
  }

  @Test func theHeaderSaysHowMuchIsNeeded() {
    // 4 bytes, three dimensions of 4 bytes, 2 x 1 x 3 elements, and one that would be too many.
    #expect(IDX.bytesNeeded(after: [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3]) == 4 + 12 + 6 + 1)
    #expect(IDX.bytesNeeded(after: [0, 0, 8, 3, 0, 0, 0, 2]) == 0)
    #expect(IDX.bytesNeeded(after: [0, 0, 8, 2] + [UInt8](repeating: 0xff, count: 8)) == 0)
    #expect(IDX.bytesNeeded(after: [0, 0, 9, 1, 0, 0, 0, 2]) == 0)
    #expect(IDX.bytesNeeded(after: [0x1f, 0x8b, 8]) == .max)
  }

  @Test func readsAPlainFile() throws {
    let array = try IDX.read(images, file: "images", dimensions: 3)
    #expect(array == IDXArray(shape: [2, 1, 3], elements: [10, 20, 30, 40, 50, 60]))
  }

  @Test func readsAPackedFile() throws {
    let array = try IDX.read(fixture("labels.idx.gz"), file: "labels", dimensions: 1)
    #expect(array == IDXArray(shape: [4], elements: [7, 2, 1, 0]))
  }

  @Test func everyFaultHasAnErrorOfItsOwn() {
    #expect(error([])?.problem == "it is empty")
    #expect(error([0, 0])?.problem == "it ends within its header")
    #expect(error(Array("PNG".utf8))?.place == .byte(0))
    #expect(error(changed(1, to: 9))?.place == .byte(1))
    #expect(error(changed(2, to: 0x0d))?.problem == "its elements are of type 0x0d, not unsigned bytes (0x08)")
    #expect(error(images, dimensions: 1)?.problem == "it has 3 dimensions, not 1")
    #expect(error(Array(images.prefix(15)))?.problem == "it ends within its header")
    #expect(error(Array(images.dropLast()))?.problem == "it ends after 5 of 6 elements (2 x 1 x 3)")
    #expect(error(Array(images.dropLast()))?.place == .byte(21))
    #expect(error(images + [0])?.problem == "it goes on after its last element (2 x 1 x 3)")
    #expect(error(images + [0])?.place == .byte(22))
    #expect(error(images, limit: 5)?.problem == "2 x 1 x 3 elements are more than the 5 that can be read")
  }

  /// 2^32 - 1 images of that size: the product does not fit 64 bits.
  @Test func dimensionsMayNotOverflow() {
    let bytes: [UInt8] = [0, 0, 8, 3] + [UInt8](repeating: 0xff, count: 12)
    #expect(error(bytes, limit: .max)?.place == .byte(4))
    #expect(error(changed(4, to: 0xff), limit: .max)?.problem.hasPrefix("it ends after 6 of 12") == true)
  }

  @Test func aPackedFileIsReadToItsChecksum() throws {
    let bytes = try fixture("labels.idx.gz")
    #expect(error(Array(bytes.dropLast(8)), dimensions: 1)?.format == "gzip")
    var damaged = bytes
    damaged[bytes.count - 8] ^= 1
    #expect(error(damaged, dimensions: 1)?.problem.contains("incorrect data check") == true)
  }

  @Test func mutantsAreReadOrRefused() throws {
    for bytes in [images, try fixture("labels.idx.gz")] {
      for dimensions in [1, 3] {
        let outcome = mutate(bytes, file: "images") { (bytes) throws(FormatError) in
          try IDX.read(bytes, file: "images", dimensions: dimensions)
        }
        #expect(outcome.refused > 1000 && outcome.unclear.isEmpty, "\(outcome)")
      }
    }
  }
}
