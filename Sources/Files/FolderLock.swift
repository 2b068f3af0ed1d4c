import Glibc
import SystemPackage

/// Keeps other writers out of a folder while it lives.
///
/// The lock is flock(2)'s on the folder itself: it leaves no file behind, and the kernel drops it with the process, so a
/// killed run never blocks.
package struct FolderLock: ~Copyable {
  private let folder: Descriptor
  /// Whether others are really kept out: false on a file system that has no locks, such as some network ones.
  package let isEnforced: Bool

  /// Takes the lock of a folder, which must exist, without waiting.
  ///
  /// - Throws: where another process, or another lock of this one, holds it.
  package init(_ path: FilePath) throws(FileError) {
    let folder = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY, for: .lock)
    isEnforced = try folder.lock()
    self.folder = folder
  }

  /// Lets others in. To be called at the end, which also keeps the lock alive until there.
  package consuming func release() {}
}
