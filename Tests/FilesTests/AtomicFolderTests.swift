import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct AtomicFolderTests {
  private func replace(_ path: String, with names: [String]) throws {
    try AtomicFolder.replace(path) { staged in
      for name in names { try AtomicFile.write([1], to: staged + "/" + name) }
    }
  }

  @Test func makesAndReplacesAFolder() throws {
    try withTemporaryFolder { folder in
      try replace(folder + "/run", with: ["a", "b"])
      #expect(try Folder.names(in: folder + "/run") == ["a", "b"])
      try replace(folder + "/run/", with: ["c"])
      #expect(try Folder.names(in: folder + "/run") == ["c"])
      #expect(try Folder.names(in: folder) == ["run"])
    }
  }

  @Test func aFailureLeavesTheOldFolder() throws {
    struct Interrupted: Error {}
    try withTemporaryFolder { folder in
      try replace(folder + "/run", with: ["a"])
      #expect(throws: Interrupted.self) {
        try AtomicFolder.replace(folder + "/run") { staged in
          try AtomicFile.write([1], to: staged + "/b")
          #expect(try Folder.names(in: folder + "/run") == ["a"])
          throw Interrupted()
        }
      }
      #expect(try Folder.names(in: folder + "/run") == ["a"])
      #expect(try Folder.names(in: folder) == ["run"])
    }
  }

  @Test func aFileInTheWayStays() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write([1], to: folder + "/run")
      #expect(throws: FileError(.create, path: folder + "/run", code: EEXIST)) {
        try replace(folder + "/run", with: ["a"])
      }
      #expect(try AtomicFile.read(folder + "/run") == [1])
    }
  }

  @Test func whatACrashLeftIsRemoved() throws {
    try withTemporaryFolder { folder in
      try Folder.create(folder + "/.run.partial")
      try AtomicFile.write([1], to: folder + "/.run.partial/half")
      try replace(folder + "/run", with: ["a"])
      #expect(try Folder.names(in: folder + "/run") == ["a"])
      #expect(try Folder.names(in: folder) == ["run"])
    }
  }

  /// As after a crash between the removal of the old folder and the naming of the new one.
  @Test func anInterruptedReplacementIsEnded() throws {
    try withTemporaryFolder { folder in
      for old in [true, false] {
        try Folder.remove(folder + "/run")
        if old { try replace(folder + "/run", with: ["old"]) }
        try Folder.create(folder + "/.run.complete")
        try AtomicFile.write([1], to: folder + "/.run.complete/new")
        try Folder.create(folder + "/.run.partial")
        try AtomicFolder.recover(folder + "/run")
        #expect(try Folder.names(in: folder + "/run") == ["new"])
        #expect(try Folder.names(in: folder) == ["run"])
      }
    }
  }

  @Test func allThatACrashLeftInAFolderIsEnded() throws {
    try withTemporaryFolder { folder in
      for name in ["a", ".a.partial", ".b.c.complete", ".mine"] { try Folder.create("\(folder)/\(name)") }
      try AtomicFolder.recoverAll(in: folder)
      #expect(try Folder.names(in: folder) == [".mine", "a", "b.c"])
      try AtomicFolder.recoverAll(in: "\(folder)/none")
    }
  }

  /// The two files of a folder, read while it is replaced in between: of one writer both times.
  @Test func aFolderIsReadInOneState() throws {
    try withTemporaryFolder { folder in
      let run = folder + "/run"
      func write(_ mark: UInt8) throws {
        try AtomicFolder.replace(run) { staged in
          for name in ["a", "b"] { try AtomicFile.write([mark], to: staged + "/" + name) }
        }
      }
      try write(1)
      var times = 0
      let read = try AtomicFolder.readWhole(run) { place in
        let first = try AtomicFile.read(place + "/a")
        times += 1
        if times <= 3 { try write(UInt8(times + 1)) }
        return try first + AtomicFile.read(place + "/b")
      }
      #expect(read == [4, 4] && times == 4)
    }
  }

  @Test func aFolderThatIsReplacedForEverIsAnError() throws {
    try withTemporaryFolder { folder in
      let run = folder + "/run"
      try replace(run, with: ["a"])
      #expect(throws: FileError(.read, path: run, code: EBUSY)) {
        try AtomicFolder.readWhole(run) { _ in try replace(run, with: ["a"]) }
      }
    }
  }

  /// Without the lock nothing may be ended, so what is whole is read where it lies.
  @Test func anInterruptedReplacementIsReadAsItIs() throws {
    try withTemporaryFolder { folder in
      try replace(folder + "/run", with: ["half"])
      try Folder.create(folder + "/.run.complete")
      try AtomicFile.write([1], to: folder + "/.run.complete/new")
      let names = try AtomicFolder.readWhole(folder + "/run") { try Folder.names(in: $0) }
      #expect(names == ["new"])
      #expect(try Folder.names(in: folder) == [".run.complete", "run"])
    }
  }

  @Test func whatIsMissingIsTheReadersError() throws {
    try withTemporaryFolder { folder in
      #expect(throws: FileError(.read, path: folder + "/run/a", code: ENOENT)) {
        try AtomicFolder.readWhole(folder + "/run") { try AtomicFile.read($0 + "/a") }
      }
    }
  }
}
