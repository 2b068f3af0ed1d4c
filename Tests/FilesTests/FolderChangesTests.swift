import Files
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Changes are in the queue when the call that makes them returns, so that none of this waits.
@Suite struct FolderChangesTests {
  private func changes(in folder: FilePath, named name: String) throws -> FolderChanges {
    try FolderChanges(in: [FolderChanges.Place(folder, where: { $0 == name })])
  }

  @Test func aClosedARenamedAndARemovedFileCount() throws {
    try withTemporaryPath { folder in
      let file = folder.appending("a")
      let steps: [() throws -> Void] = [
        { try Data("1".utf8).write(to: URL(filePath: file.string)) }, { try AtomicFile.write([2], to: file) },
        { try FileManager.default.moveItem(atPath: file.string, toPath: "\(file)b") },
        { try FileManager.default.moveItem(atPath: "\(file)b", toPath: file.string) },
        { try FileManager.default.removeItem(atPath: file.string) },
        { try FileManager.default.createDirectory(atPath: file.string, withIntermediateDirectories: false) },
        { try FileManager.default.removeItem(atPath: folder.string) },
      ]
      for (number, step) in steps.enumerated() {
        let changes = try changes(in: folder, named: "a")
        #expect(try !changes.wait(atMost: .zero), "before step \(number)")
        try step()
        #expect(try changes.wait(atMost: .seconds(5)), "step \(number)")
      }
    }
  }

  @Test func otherNamesReadingAndAFileThatIsStillOpenDoNotCount() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write([1], to: folder.appending("a"))
      let changes = try changes(in: folder, named: "a")
      _ = try File.read(folder.appending("a"))
      try AtomicFile.write([1], to: folder.appending("b"))
      let file = try #require(FileHandle(forWritingAtPath: "\(folder)/a"))
      try file.write(contentsOf: Data("half".utf8))
      #expect(try !changes.wait(atMost: .zero))
      try file.close()
      #expect(try changes.wait(atMost: .seconds(5)))
      #expect(try !changes.wait(atMost: .zero), "told once")
    }
  }

  @Test func theExchangeOfAFolderCounts() throws {
    try withTemporaryPath { folder in
      func replace() throws {
        try AtomicFolder.replace(folder.appending("run")) { staged in
          try AtomicFile.write([1], to: staged.appending("file"))
        }
      }
      for _ in 0..<2 {
        let changes = try changes(in: folder, named: "run")
        try replace()
        #expect(try changes.wait(atMost: .seconds(5)))
      }
    }
  }

  @Test func aMissingFolderHasNoChangesAndItsNearestIsFound() throws {
    try withTemporaryPath { folder in
      let nearest = Folder.nearest(to: folder.appending("x/y"))
      #expect(nearest.folder == folder && nearest.missing == "x")
      #expect(Folder.nearest(to: folder).missing == nil)
      let changes = try changes(in: folder.appending("x/y"), named: "a")
      #expect(try !changes.wait(atMost: .zero))
    }
  }
}
