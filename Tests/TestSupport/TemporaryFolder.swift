import Foundation
import SystemPackage

/// Runs a test in an empty folder of its own, which is removed afterwards.
package func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

/// Runs a test as ``withTemporaryFolder(_:)`` does, and gives it the folder as a path.
package func withTemporaryPath(_ body: (FilePath) throws -> Void) throws {
  try withTemporaryFolder { try body(FilePath($0)) }
}
