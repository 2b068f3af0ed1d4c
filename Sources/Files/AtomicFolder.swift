import Glibc
import SystemPackage

/// A folder that is replaced as a whole, so that a crash leaves the old one or the new one.
package enum AtomicFolder {
  /// Fills a new folder beside `path` and puts it in the place of the old one.
  ///
  /// Both names change hands in one step (renameat2 with RENAME_EXCHANGE), after the disk holds the new folder. Where
  /// the file system cannot do that, the new one is first named `.NAME.complete`, and ``recover(_:)`` ends what a crash
  /// interrupted. Two writers of one folder must not run at once: hold a ``FolderLock``.
  ///
  /// - Parameters:
  ///   - path: the folder to replace or make; the one above it must exist.
  ///   - fill: gets the path of the new, empty folder and writes into it by ``AtomicFile/write(_:to:)``, which makes
  ///     each file durable.
  /// - Throws: what `fill` throws, or where the folder cannot be written; the old folder stays.
  package static func replace(_ path: FilePath, fill: (FilePath) throws -> Void) throws {
    let staged = Sibling.partial.path(of: path)
    try recover(path)
    if Folder.make(staged) != 0 { throw FileError(.create, path: path) }
    do {
      try fill(staged)
      try Folder.synchronize(staged)
      try exchange(staged, path)
    } catch {
      // The first error is the one to tell; what stays is removed by the next writer.
      try? Folder.remove(staged)
      throw error
    }
    // Now the old one.
    try Folder.remove(staged)
  }

  /// Reads a folder that another process may replace meanwhile: all of it in one state, the old or the new one. Needs no
  /// lock and no right to write.
  ///
  /// - Parameters:
  ///   - path: the folder, which need not exist.
  ///   - read: gets the path at which the folder is whole; called again where it was replaced while being read.
  /// - Throws: what `read` throws.
  package static func readWhole<Value>(_ path: FilePath, read: (FilePath) throws -> Value) throws -> Value {
    for _ in 0..<100 {
      let place = wholeFolder(path)
      let before = Folder.state(of: place)
      let result = Result { try read(place) }
      if wholeFolder(path) == place && Folder.state(of: place) == before { return try result.get() }
    }
    throw FileError(.read, path: path, code: EBUSY)
  }

  /// Where a folder is whole: under its own name, but for a crash that ``recover(_:)`` is to end.
  private static func wholeFolder(_ path: FilePath) -> FilePath {
    let complete = Sibling.complete.path(of: path)
    return Folder.isFolder(complete) ? complete : path
  }

  /// Removes what a crash left half made, and ends a replacement that it interrupted on a file system without
  /// RENAME_EXCHANGE. To be called with the lock held, before `path` is read or written.
  package static func recover(_ path: FilePath) throws(FileError) {
    try Folder.remove(Sibling.partial.path(of: path))
    let complete = Sibling.complete.path(of: path)
    if Folder.isFolder(complete) { try finish(complete, path) }
  }

  /// Does the same for all that is in a folder, which need not exist.
  package static func recoverAll(in folder: FilePath) throws(FileError) {
    for name in Set(((try? Folder.names(in: folder)) ?? []).compactMap(Sibling.original)) {
      try recover(folder.appending(name))
    }
  }

  /// Removes a folder: a crash leaves all of it under its name, or nothing. What is missing is no error.
  package static func remove(_ path: FilePath) throws(FileError) {
    try recover(path)
    guard Folder.isFolder(path) else { return }
    let staged = Sibling.partial.path(of: path)
    if rename(path, to: staged) != 0 { throw FileError(.remove, path: path) }
    try Folder.remove(staged)
  }

  /// Puts `staged` in the place of `path`; then `staged` is the old folder, or gone.
  private static func exchange(_ staged: FilePath, _ path: FilePath) throws(FileError) {
    // A name that is free takes a plain rename. A file in the way is an error.
    if status(of: path, followsLinks: false) == nil {
      if rename(staged, to: path) != 0 { throw FileError(.write, path: path) }
    } else if !Folder.isFolder(path) {
      throw FileError(.create, path: path, code: EEXIST)
    } else if exchangeNames(staged, path) != 0 {
      // Not known to the kernel, or not to the file system; or an overlay that cannot move the folder of a lower layer.
      guard [ENOSYS, EINVAL, EOPNOTSUPP, EXDEV].contains(errno) else { throw FileError(.write, path: path) }
      let complete = Sibling.complete.path(of: path)
      if rename(staged, to: complete) != 0 { throw FileError(.write, path: path) }
      try Folder.synchronize(path.parent)
      try finish(complete, path)
    }
    try Folder.synchronize(path.parent)
  }

  /// Puts a complete new folder in the place of the old one, which may be there, in part or gone.
  static func finish(_ complete: FilePath, _ path: FilePath) throws(FileError) {
    try Folder.remove(path)
    if rename(complete, to: path) != 0 { throw FileError(.write, path: path) }
    try Folder.synchronize(path.parent)
  }
}
