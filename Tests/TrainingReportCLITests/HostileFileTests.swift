import Foundation
import Glibc
import TestSupport
import Testing

/// Files that take no room on the disk and would take all of the memory, names that no one would choose, and a place that
/// takes no output.
@Suite struct HostileFileTests {
  private let record = """
    {"schema_version": 1, "generator": "by hand", "dataset": {"name": "d", "class_names": ["0", "1"]},
     "models": [{"name": "A", "folder": "a", "history": {"loss": [2, 1]}}], "featured_model": "A"}
    """

  private func expectRefusal(_ code: Int32, _ words: String, _ arguments: String...) throws {
    let outcome = try program(arguments)
    #expect(outcome.exitCode == code && outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 2, "\(outcome.errors)")
  }

  /// A file that only its length makes large.
  private func writeSparse(_ size: Int, beginning start: [UInt8] = [0], to path: String) throws {
    try write(start, to: path)
    try #require(truncate(path, size) == 0)
  }

  @Test func aTerabyteIsRefused() throws {
    let size = 1 << 40
    try withTemporaryFolder { folder in
      try writeSparse(
        size, beginning: Array("{".utf8) + [UInt8](repeating: 32, count: 5000), to: "\(folder)/a/run/run.json")
      try expectRefusal(74, "run.json: File too large", "plot", "\(folder)/a")
      try write(Array(record.utf8), to: "\(folder)/b/run/run.json")
      try writeSparse(size, beginning: [0x93] + Array("NUMPY".utf8), to: "\(folder)/b/run/labels.npy")
      try expectRefusal(74, "labels.npy: File too large", "plot", "\(folder)/b")
      let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      try writeSparse(size, beginning: signature, to: "\(folder)/figure.png")
      try expectRefusal(74, "figure.png: File too large", "plot", "\(folder)/figure.png")
      try writeSparse(size, beginning: Array("epoch,loss\n0,1\n".utf8), to: "\(folder)/c/history.csv")
      try expectRefusal(
        74, "history.csv: File too large", "import", "--model", "A=\(folder)/c", "--output", "\(folder)/out")
    }
  }

  /// Only as much is read as the header says, and one byte more.
  @Test func aTerabyteOfIDXIsRefusedByItsHeader() throws {
    try withTemporaryFolder { folder in
      try writeDataset(to: folder)
      let image = [UInt8](repeating: 1, count: 5000)
      try writeSparse(
        1 << 40, beginning: [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0x13, 0x88] + image,
        to: "\(folder)/train-images-idx3-ubyte")
      try expectRefusal(
        65, "byte 5016: it goes on after its last element (1 x 1 x 5000)", "run", "--data", folder, "--output",
        "\(folder)/out")
    }
  }

  /// What a file of 2 GB is not can be seen from its first bytes.
  @Test func largeFilesOfAnotherKindAreNotReadWhole() throws {
    let size = 2_000_000_000
    try withTemporaryFolder { folder in
      try writeSparse(size, to: "\(folder)/figure.png")
      try expectRefusal(65, "does not begin as a PNG does", "plot", "\(folder)/figure.png")
      try writeSparse(size, to: "\(folder)/a/history.json")
      try expectRefusal(65, "not valid JSON", "import", "--model", "A=\(folder)/a", "--output", "\(folder)/out")
      try writeSparse(size, to: "\(folder)/b/predictions.npy")
      try expectRefusal(65, "does not begin", "import", "--model", "A=\(folder)/b", "--output", "\(folder)/out")
    }
  }

  /// Dispatch would end the program if it got no descriptor.
  @Test func aLowLimitOfOpenFilesIsRaisedOrAnError() throws {
    try withTemporaryFolder { folder in
      try write(Array(record.utf8), to: "\(folder)/run/run.json")
      let plot = ["plot", folder, "--dpi", "20", "--quiet"]
      let refused = try program(plot, limit: "-n 5")
      #expect(refused.exitCode == 70)
      #expect(
        refused.errors == """
          training-report: the program may have no more than 5 files open at once, and needs 16.
          Let it open more (ulimit -n).

          """)
      #expect(try program(plot, limit: "-S -n 5").exitCode == 0)
      #expect(try files(in: folder)["02_training_comparison.png"] != nil)
    }
  }

  @Test func watchingOutlivesAFileOfATerabyte() throws {
    try withTemporaryFolder { folder in
      try writeSparse(
        1 << 40, beginning: Array("{".utf8) + [UInt8](repeating: 32, count: 5000), to: "\(folder)/run/run.json")
      let watch = try RunningProgram("plot", folder, "--watch")
      #expect(try watch.nextError().contains("run.json: File too large"))
      try write(Array(record.utf8), to: "\(folder)/run/run.json")
      #expect(try watch.nextLine().hasSuffix("epochs: A 2"))
      #expect(try watch.stop(SIGTERM) == 143)
    }
  }

  @Test func outputThatCannotBeWrittenIsAnError() throws {
    try withTemporaryFolder { folder in
      try write(Array(record.utf8), to: "\(folder)/run/run.json")
      for option in ["--json", "--style=original"] {
        let outcome = try program(["plot", folder, option], outputTo: "/dev/full")
        #expect(outcome.exitCode == 74)
        #expect(outcome.errors.contains("standard output: No space left on device"), "\(outcome.errors)")
      }
    }
  }

  @Test func aNameMayBeginWithACombiningMark() throws {
    try withTemporaryFolder { folder in
      try write(Array(record.utf8), to: "\(folder)/run/run.json")
      try #require(program("plot", folder).exitCode == 0)
      let file = "\(folder)/\u{301}.png"
      try FileManager.default.moveItem(atPath: "\(folder)/02_training_comparison.png", toPath: file)
      let outcome = try program("plot", file)
      #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(outcome.output == "Wrote \(file)\n")
    }
  }
}
