import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Files

@Suite struct AtomicFolderTests {
  private func replace(_ path: FilePath, with names: [String]) throws {
    try AtomicFolder.replace(path) { staged in
      for name in names { try AtomicFile.write([1], to: staged.appending(name)) }
    }
  }

  @Test func makesAndReplacesAFolder() throws {
    try withTemporaryPath { folder in
      try replace(folder.appending("run"), with: ["a", "b"])
      #expect(try Folder.names(in: folder.appending("run")) == ["a", "b"])
      try replace(FilePath("\(folder)/run/"), with: ["c"])
      #expect(try Folder.names(in: folder.appending("run")) == ["c"])
      #expect(try Folder.names(in: folder) == ["run"])
    }
  }

  @Test func aFailureLeavesTheOldFolder() throws {
    struct Interrupted: Error {}
    try withTemporaryPath { folder in
      try replace(folder.appending("run"), with: ["a"])
      #expect(throws: Interrupted.self) {
        try AtomicFolder.replace(folder.appending("run")) { staged in
          try AtomicFile.write([1], to: staged.appending("b"))
          #expect(try Folder.names(in: folder.appending("run")) == ["a"])
          throw Interrupted()
        }
      }
      #expect(try Folder.names(in: folder.appending("run")) == ["a"])
      #expect(try Folder.names(in: folder) == ["run"])
    }
  }

  @Test func aFileInTheWayStays() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write([1], to: folder.appending("run"))
      #expect(throws: FileError(.create, path: folder.appending("run"), code: EEXIST)) {
        try replace(folder.appending("run"), with: ["a"])
      }
      #expect(try File.read(folder.appending("run")) == [1])
    }
  }

  @Test func whatACrashLeftIsRemoved() throws {
    try withTemporaryPath { folder in
      try Folder.create(folder.appending(".run.partial"))
      try AtomicFile.write([1], to: folder.appending(".run.partial/half"))
      try replace(folder.appending("run"), with: ["a"])
      #expect(try Folder.names(in: folder.appending("run")) == ["a"])
      #expect(try Folder.names(in: folder) == ["run"])
    }
  }

  /// As after a crash between the removal of the old folder and the naming of the new one.
  @Test func anInterruptedReplacementIsEnded() throws {
    try withTemporaryPath { folder in
      for old in [true, false] {
        try Folder.remove(folder.appending("run"))
        if old { try replace(folder.appending("run"), with: ["old"]) }
        try Folder.create(folder.appending(".run.complete"))
        try AtomicFile.write([1], to: folder.appending(".run.complete/new"))
        try Folder.create(folder.appending(".run.partial"))
        try AtomicFolder.recover(folder.appending("run"))
        #expect(try Folder.names(in: folder.appending("run")) == ["new"])
        #expect(try Folder.names(in: folder) == ["run"])
      }
    }
  }

  @Test func allThatACrashLeftInAFolderIsEnded() throws {
    try withTemporaryPath { folder in
      for name in ["a", ".a.partial", ".b.c.complete", ".mine"] { try Folder.create(folder.appending(name)) }
      try AtomicFolder.recoverAll(in: folder)
      #expect(try Folder.names(in: folder) == [".mine", "a", "b.c"])
      try AtomicFolder.recoverAll(in: folder.appending("none"))
    }
  }

  /// The two files of a folder, read while it is replaced in between: of one writer both times.
  @Test func aFolderIsReadInOneState() throws {
    try withTemporaryPath { folder in
      let run = folder.appending("run")
      func write(_ mark: UInt8) throws {
        try AtomicFolder.replace(run) { staged in
          for name in ["a", "b"] { try AtomicFile.write([mark], to: staged.appending(name)) }
        }
      }
      try write(1)
      var times = 0
      let read = try AtomicFolder.readWhole(run) { place in
        let first = try File.read(place.appending("a"))
        times += 1
        if times <= 3 { try write(UInt8(times + 1)) }
        return try first + File.read(place.appending("b"))
      }
      #expect(read == [4, 4] && times == 4)
    }
  }

  @Test func aFolderThatIsReplacedForEverIsAnError() throws {
    try withTemporaryPath { folder in
      let run = folder.appending("run")
      try replace(run, with: ["a"])
      #expect(throws: FileError(.read, path: run, code: EBUSY)) {
        try AtomicFolder.readWhole(run) { _ in try replace(run, with: ["a"]) }
      }
    }
  }

  /// Without the lock nothing may be ended, so what is whole is read where it lies.
  @Test func anInterruptedReplacementIsReadAsItIs() throws {
    try withTemporaryPath { folder in
      try replace(folder.appending("run"), with: ["half"])
      try Folder.create(folder.appending(".run.complete"))
      try AtomicFile.write([1], to: folder.appending(".run.complete/new"))
      let names = try AtomicFolder.readWhole(folder.appending("run")) { try Folder.names(in: $0) }
      #expect(names == ["new"])
      #expect(try Folder.names(in: folder) == [".run.complete", "run"])
    }
  }

  @Test func whatIsMissingIsTheReadersError() throws {
    try withTemporaryPath { folder in
      #expect(throws: FileError(.read, path: folder.appending("run/a"), code: ENOENT)) {
        try AtomicFolder.readWhole(folder.appending("run")) { try File.read($0.appending("a")) }
      }
    }
  }
}
