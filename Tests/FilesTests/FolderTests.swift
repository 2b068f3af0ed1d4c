import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Files

@Suite struct FolderTests {
  @Test func createsAllThatIsMissing() throws {
    try withTemporaryPath { folder in
      try Folder.create(folder.appending("a/b/c"))
      try Folder.create(FilePath("\(folder)/a/b/c/"))
      #expect(Folder.isFolder(folder.appending("a/b/c")))
      try AtomicFile.write([1], to: folder.appending("file"))
      #expect(throws: FileError(.create, path: folder.appending("file"), code: EEXIST)) {
        try Folder.create(folder.appending("file"))
      }
      #expect(throws: FileError.self) { try Folder.create(folder.appending("file/a/b")) }
    }
  }

  @Test func removesAllButNotWhatLinksPointTo() throws {
    try withTemporaryPath { folder in
      try Folder.create(folder.appending("kept"))
      try AtomicFile.write([1], to: folder.appending("kept/file"))
      try Folder.create(folder.appending("gone/deep"))
      try AtomicFile.write([1], to: folder.appending("gone/deep/file"))
      #expect(symlink("\(folder)/kept", "\(folder)/gone/link") == 0)
      try Folder.remove(folder.appending("gone"))
      try Folder.remove(folder.appending("gone"))
      #expect(try Folder.names(in: folder) == ["kept"])
      #expect(try Folder.names(in: folder.appending("kept")) == ["file"])
    }
  }
}
