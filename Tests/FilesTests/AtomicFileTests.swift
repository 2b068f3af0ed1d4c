import Foundation
import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct AtomicFileTests {
  @Test func writesAndReadsAWholeFile() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write([1, 2, 3], to: folder + "/a")
      try AtomicFile.write([4], to: folder + "/a")
      try AtomicFile.write([], to: folder + "/b")
      #expect(try AtomicFile.read(folder + "/a") == [4])
      #expect(try AtomicFile.read(folder + "/b") == [])
      #expect(try Folder.names(in: folder) == ["a", "b"])
    }
  }

  @Test func removesWhatACrashLeft() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write([9, 9, 9], to: folder + "/.a.partial")
      try AtomicFile.write([1], to: folder + "/a")
      #expect(try Folder.names(in: folder) == ["a"])
      #expect(try AtomicFile.read(folder + "/a") == [1])
    }
  }

  @Test func aMissingFileIsToldApart() throws {
    try withTemporaryFolder { folder in
      let missing = #expect(throws: FileError.self) { try AtomicFile.read(folder + "/none") }
      #expect(missing?.isMissing == true)
      #expect(missing?.description == "cannot read \(folder)/none: No such file or directory.\nCheck the path.")
      let noFile = #expect(throws: FileError.self) { try AtomicFile.read(folder) }
      #expect(noFile == FileError(.read, path: folder, code: EISDIR))
      #expect(noFile?.isMissing == false)
    }
  }

  /// Opening a pipe that nobody writes to would wait for ever.
  @Test func aPipeIsRefused() throws {
    try withTemporaryFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(throws: FileError(.read, path: folder + "/pipe", code: EINVAL)) { try AtomicFile.read(folder + "/pipe") }
    }
  }

  /// A file of a terabyte with nothing in it takes no room on the disk.
  @Test func aFileThatIsTooLargeIsRefused() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/sparse"
      try AtomicFile.write([1], to: file)
      try #require(truncate(file, 1 << 40) == 0)
      #expect(throws: FileError(.read, path: file, code: EFBIG)) { try AtomicFile.read(file) }
      let start = try AtomicFile.read(file, ifStart: { $0.first != 1 })
      #expect(start.count == 4096 && start.first == 1)
      try AtomicFile.write([UInt8](repeating: 7, count: 5000), to: file)
      #expect(try AtomicFile.read(file, atMost: 5000, ifStart: { $0.count == 4096 }).count == 5000)
      #expect(throws: FileError(.read, path: file, code: EFBIG)) { try AtomicFile.read(file, atMost: 4999) }
    }
  }

  @Test func adviceFitsTheCause() {
    let advice = [
      ELOOP: "links", ENAMETOOLONG: "shorter name", EMFILE: "ulimit -n", ENFILE: "other programs", EFBIG: "ulimit -f",
      ENOMEM: "memory",
    ]
    for (code, words) in advice {
      #expect(FileError(.write, path: "a", code: code).advice.contains(words))
    }
    #expect(FileError(.read, path: "a", code: EFBIG).advice.contains("too large"))
    #expect(FileError(.read, path: "a", code: ENOMEM).kind == .machine)
  }

  @Test func severalFilesAreWrittenOrNone() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write([(folder + "/a", [1]), (folder + "/b", [2])])
      #expect(throws: FileError(.create, path: folder + "/none/c", code: ENOENT)) {
        try AtomicFile.write([(folder + "/a", [3]), (folder + "/none/c", [4]), (folder + "/b", [5])])
      }
      #expect(try AtomicFile.read(folder + "/a") == [1])
      #expect(try AtomicFile.read(folder + "/b") == [2])
      #expect(try Folder.names(in: folder) == ["a", "b"])
      try AtomicFile.write([])
    }
  }

  @Test func aFailedWriteLeavesNothingBehind() throws {
    try withTemporaryFolder { folder in
      try Folder.create(folder + "/a/b")
      #expect(throws: FileError(.write, path: folder + "/a", code: EISDIR)) {
        try AtomicFile.write([1], to: folder + "/a")
      }
      #expect(throws: FileError(.create, path: folder + "/none/a", code: ENOENT)) {
        try AtomicFile.write([1], to: folder + "/none/a")
      }
      #expect(try Folder.names(in: folder) == ["a"])
    }
  }
}
