import Files
import FileFormats
import SystemPackage
import TestSupport
import Testing

@testable import Datasets

@Suite struct CIFAR10FolderTests {
  /// A label and an image whose planes are of one value each but for the first pixel of each, which is 255.
  private func record(_ label: UInt8, red: UInt8, green: UInt8, blue: UInt8) -> [UInt8] {
    [label] + [red, green, blue].flatMap { [255] + [UInt8](repeating: $0, count: 1023) }
  }

  /// A folder whose batches hold one image each, the test batch two.
  private func withFolder(_ body: (FilePath) throws -> Void) throws {
    try withTemporaryPath { folder in
      for batch in 1...5 {
        let record = record(UInt8(batch % 3), red: UInt8(batch), green: 20, blue: 30)
        try AtomicFile.write(record, to: folder.appending("data_batch_\(batch).bin"))
      }
      let test = record(1, red: 1, green: 2, blue: 3) + record(2, red: 4, green: 5, blue: 6)
      try AtomicFile.write(test, to: folder.appending("test_batch.bin"))
      try AtomicFile.write(Array("airplane\nautomobile\nbird\n\n".utf8), to: folder.appending("batches.meta.txt"))
      try body(folder)
    }
  }

  @Test func planesBecomePixels() throws {
    try withFolder { folder in
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.classNames == ["airplane", "automobile", "bird"])
      #expect(dataset.training.labels == [1, 2, 0, 1, 2] && dataset.test.labels == [1, 2])
      let images = dataset.training.images
      #expect((images.count, images.height, images.width, images.channels) == (5, 32, 32, 3))
      #expect(images[3].prefix(6) == [255, 255, 255, 4, 20, 30])
      #expect(dataset.test.images[1].suffix(3) == [4, 5, 6])
    }
  }

  @Test func whatIsDamagedIsNamed() throws {
    try withFolder { folder in
      func error(_ name: String, _ bytes: [UInt8]) throws -> FormatError? {
        let file = folder.appending(name)
        let before = try File.read(file)
        try AtomicFile.write(bytes, to: file)
        defer { try? AtomicFile.write(before, to: file) }
        return #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
      }
      let one = record(0, red: 0, green: 0, blue: 0)
      #expect(try error("data_batch_2.bin", one + one.dropLast())?.place == .byte(3073))
      #expect(try error("data_batch_2.bin", [])?.problem.contains("0 bytes are no whole number of images") == true)
      #expect(try error("test_batch.bin", one + record(3, red: 0, green: 0, blue: 0))?.place == .byte(3073))
      #expect(try error("batches.meta.txt", Array("\n one\n".utf8))?.problem == "it has 1 class names")
      try Folder.remove(folder.appending("data_batch_4.bin"))
      #expect(throws: FileError.self) { try Dataset.load(folder: folder) }
    }
  }
}
