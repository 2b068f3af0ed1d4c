import Glibc
import SystemPackage

/// Files that the disk holds beside their places, to be put there together or not at all.
///
/// Each is made under the name `.NAME.partial`; what a crash left there is removed. Two writers of one file must not run
/// at once: hold a ``FolderLock``.
package struct StagedFiles: ~Copyable {
  private let paths: [FilePath]

  /// Writes the files beside their places. Nothing that stands there changes.
  ///
  /// - Parameter files: the files by their final paths, each of which appears once.
  /// - Throws: if a folder is missing or cannot be written, a folder has a file's name, or the disk is full; then no trace
  ///   is left.
  package init(_ files: [(path: FilePath, bytes: [UInt8])]) throws(FileError) {
    paths = files.map(\.path)
    var path: FilePath = ""
    do throws(FileError) {
      for file in files {
        path = file.path
        // No file takes the place of a folder: better told now than when others are in place.
        if Folder.isFolder(path) { throw FileError(.write, path: path, code: EISDIR) }
        try Folder.remove(Self.partial(path))
        try Self.writeDurably(file.bytes, to: Self.partial(path))
      }
    } catch {
      Self.discard(paths)
      // The user knows the file by its own name.
      throw FileError(error.operation, path: path, code: error.code)
    }
  }

  deinit { Self.discard(paths) }

  /// Puts the files in their places.
  package consuming func commit() throws(FileError) {
    for path in paths where rename(Self.partial(path), to: path) != 0 { throw FileError(.write, path: path) }
    for folder in Set(paths.map(\.parent)) { try Folder.synchronize(folder) }
  }

  private static func partial(_ path: FilePath) -> FilePath { Sibling.partial.path(of: path) }

  /// Removes what a crash left beside these places. To be called with the lock held.
  package static func discard(_ paths: [FilePath]) {
    for path in paths { _ = partial(path).withPlatformString(unlink) }
  }

  /// Writes a file that must not exist yet, and waits until the disk holds it.
  private static func writeDurably(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    let file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL, for: .create)
    var failure: FileError?
    bytes.withUnsafeBytes { bytes in
      do throws(FileError) { try file.write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    try file.synchronize()
    try file.close()
  }
}
