import FileFormats
import Foundation
import MNISTData
import Testing

@testable import Datasets

@Suite struct MNISTTests {
  /// The sums of the unpacked canonical files, as published.
  @Test(arguments: [
    ("train images", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    ("train labels", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    ("test images", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    ("test labels", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
  ])
  func theEmbeddedFilesAreTheCanonicalOnes(name: String, sum: String) throws {
    let files = [
      "train images": mnist_train_images(), "train labels": mnist_train_labels(), "test images": mnist_test_images(),
      "test labels": mnist_test_labels(),
    ]
    let file = try #require(files[name])
    let bytes = try Gzip.unpack(file.contents, file: name, limit: 50_000_000)
    #expect(try sha256(bytes) == sum)
  }

  @Test func mnistIsAsPublished() throws {
    let mnist = try Dataset.mnist()
    #expect((mnist.training.count, mnist.test.count) == (60_000, 10_000))
    let images = mnist.training.images
    #expect((images.height, images.width, images.channels, images.bytesPerImage) == (28, 28, 1, 784))
    #expect(mnist.classNames == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(mnist.training.labels.prefix(5) == [5, 0, 4, 1, 9])
    #expect(mnist.test.labels.prefix(5) == [7, 2, 1, 0, 4])
    // The first training image, a 5, begins in row 5 with the pixels 3, 18, 18, 18, 126.
    #expect(images[0].dropFirst(5 * 28 + 12).prefix(5) == [3, 18, 18, 18, 126])
    #expect(mnist.test.images[9_999].count == 784)
    #expect(mnist.split == ValidationSplit(count: 60_000))
  }

  private func sha256(_ bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sha256sum", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output.prefix(64), as: UTF8.self)
  }
}
