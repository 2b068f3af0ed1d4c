import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Files

@Suite struct FolderLockTests {
  @Test func oneWriterAtATime() throws {
    try withTemporaryPath { folder in
      let lock = try FolderLock(folder)
      let isEnforced = lock.isEnforced
      #expect(isEnforced)
      #expect(throws: FileError(.lock, path: folder, code: EWOULDBLOCK)) { try FolderLock(folder).release() }
      lock.release()
      try FolderLock(folder).release()
      #expect(try Folder.names(in: folder) == [])
    }
  }

  @Test func aFolderIsNeeded() throws {
    try withTemporaryPath { folder in
      #expect(throws: FileError(.lock, path: folder.appending("none"), code: ENOENT)) {
        try FolderLock(folder.appending("none")).release()
      }
    }
  }
}
