import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct FolderTests {
  @Test func createsAllThatIsMissing() throws {
    try withTemporaryFolder { folder in
      try Folder.create(folder + "/a/b/c")
      try Folder.create(folder + "/a/b/c/")
      #expect(Folder.isFolder(folder + "/a/b/c"))
      try AtomicFile.write([1], to: folder + "/file")
      #expect(throws: FileError(.create, path: folder + "/file", code: EEXIST)) { try Folder.create(folder + "/file") }
      #expect(throws: FileError.self) { try Folder.create(folder + "/file/a/b") }
    }
  }

  @Test func removesAllButNotWhatLinksPointTo() throws {
    try withTemporaryFolder { folder in
      try Folder.create(folder + "/kept")
      try AtomicFile.write([1], to: folder + "/kept/file")
      try Folder.create(folder + "/gone/deep")
      try AtomicFile.write([1], to: folder + "/gone/deep/file")
      #expect(symlink(folder + "/kept", folder + "/gone/link") == 0)
      try Folder.remove(folder + "/gone")
      try Folder.remove(folder + "/gone")
      #expect(try Folder.names(in: folder) == ["kept"])
      #expect(try Folder.names(in: folder + "/kept") == ["file"])
    }
  }
}
