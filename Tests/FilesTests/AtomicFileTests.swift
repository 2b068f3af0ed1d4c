import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Files

@Suite struct AtomicFileTests {
  @Test func writesAndReadsAWholeFile() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write([1, 2, 3], to: folder.appending("a"))
      try AtomicFile.write([4], to: folder.appending("a"))
      try AtomicFile.write([], to: folder.appending("b"))
      #expect(try File.read(folder.appending("a")) == [4])
      #expect(try File.read(folder.appending("b")) == [])
      #expect(try Folder.names(in: folder) == ["a", "b"])
    }
  }

  @Test func removesWhatACrashLeft() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write([9, 9, 9], to: folder.appending(".a.partial"))
      try AtomicFile.write([1], to: folder.appending("a"))
      #expect(try Folder.names(in: folder) == ["a"])
      #expect(try File.read(folder.appending("a")) == [1])
    }
  }

  @Test func aMissingFileIsToldApart() throws {
    try withTemporaryPath { folder in
      let missing = #expect(throws: FileError.self) { try File.read(folder.appending("none")) }
      #expect(missing?.isMissing == true)
      #expect(missing?.description == "cannot read \(folder)/none: No such file or directory.\nCheck the path.")
      let noFile = #expect(throws: FileError.self) { try File.read(folder) }
      #expect(noFile == FileError(.read, path: folder, code: EISDIR))
      #expect(noFile?.isMissing == false)
    }
  }

  /// Opening a pipe that nobody writes to would wait for ever.
  @Test func aPipeIsRefused() throws {
    try withTemporaryPath { folder in
      #expect(folder.appending("pipe").withPlatformString { mkfifo($0, 0o600) } == 0)
      #expect(throws: FileError(.read, path: folder.appending("pipe"), code: EINVAL)) {
        try File.read(folder.appending("pipe"))
      }
    }
  }

  /// A file of a terabyte with nothing in it takes no room on the disk.
  @Test func aFileThatIsTooLargeIsRefused() throws {
    try withTemporaryPath { folder in
      let file = folder.appending("sparse")
      try AtomicFile.write([1], to: file)
      try #require(file.withPlatformString { truncate($0, 1 << 40) } == 0)
      #expect(throws: FileError(.read, path: file, code: EFBIG)) { try File.read(file) }
      let start = try File.read(file, bytesNeeded: { $0.first == 1 ? 0 : .max })
      #expect(start.count == 4096 && start.first == 1)
      try AtomicFile.write([UInt8](repeating: 7, count: 5000), to: file)
      #expect(try File.read(file, atMost: 5000).count == 5000)
      #expect(throws: FileError(.read, path: file, code: EFBIG)) { try File.read(file, atMost: 4999) }
      // A header can say how long it is, and then how much follows.
      #expect(try File.read(file, bytesNeeded: { $0.count < 4100 ? 4100 : 4500 }).count == 4500)
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
    try withTemporaryPath { folder in
      try AtomicFile.write([(folder.appending("a"), [1]), (folder.appending("b"), [2])])
      #expect(throws: FileError(.create, path: folder.appending("none/c"), code: ENOENT)) {
        try AtomicFile.write([
          (folder.appending("a"), [3]), (folder.appending("none/c"), [4]), (folder.appending("b"), [5]),
        ])
      }
      #expect(try File.read(folder.appending("a")) == [1])
      #expect(try File.read(folder.appending("b")) == [2])
      #expect(try Folder.names(in: folder) == ["a", "b"])
      try AtomicFile.write([])
    }
  }

  @Test func aFailedWriteLeavesNothingBehind() throws {
    try withTemporaryPath { folder in
      try Folder.create(folder.appending("a/b"))
      #expect(throws: FileError(.write, path: folder.appending("a"), code: EISDIR)) {
        try AtomicFile.write([1], to: folder.appending("a"))
      }
      #expect(throws: FileError(.create, path: folder.appending("none/a"), code: ENOENT)) {
        try AtomicFile.write([1], to: folder.appending("none/a"))
      }
      #expect(try Folder.names(in: folder) == ["a"])
    }
  }
}
