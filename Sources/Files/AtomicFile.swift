import Glibc

/// Whole files, read and written at once.
package enum AtomicFile {
  /// Whether there is a file or folder of this name.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a file was written after another one, or is there and the other is not.
  package static func isNewer(_ path: String, than other: String) -> Bool {
    var (status, otherStatus) = (stat(), stat())
    guard stat(path, &status) == 0 else { return false }
    guard stat(other, &otherStatus) == 0 else { return true }
    let (time, otherTime) = (status.st_mtim, otherStatus.st_mtim)
    return (time.tv_sec, time.tv_nsec) > (otherTime.tv_sec, otherTime.tv_nsec)
  }

  /// Reads a whole plain file. Waits for no pipe and reads no device.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that a file of this kind has.
  ///   - isRight: whether a file of this kind begins with these bytes, at most 4,096. If not, only they are read, so that
  ///     who reads the bytes says what is wrong, however large the file.
  /// - Throws: if the file is missing, too large or not a plain one, or cannot be read.
  package static func read(
    _ path: String, atMost limit: Int = 4_000_000_000, ifStart isRight: ([UInt8]) -> Bool = { _ in true }
  ) throws(FileError) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK, for: .read)
    let size = try file.sizeOfPlainFile()
    let start = try file.read(upTo: min(size, 4096))
    if size == start.count || !isRight(start) { return start }
    if size > limit { throw FileError(.read, path: path, code: EFBIG) }
    return try file.read(upTo: size - start.count, after: start)
  }

  /// The first bytes of a plain file, at most 4,096.
  ///
  /// - Throws: if the file is missing or not a plain one, or cannot be read.
  package static func head(of path: String) throws(FileError) -> [UInt8] { try read(path, ifStart: { _ in false }) }

  /// Writes a file beside its place and renames it, so that a crash leaves the old file or the new one, never a part.
  /// Two writers of one file must not run at once: hold a ``FolderLock``.
  ///
  /// - Throws: if the folder is missing or cannot be written, or the disk is full; the old file stays.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) { try write([(path, bytes)]) }

  /// Writes files as ``write(_:to:)`` does; none is put in its place before the disk holds all of them.
  ///
  /// - Throws: as ``write(_:to:)`` does; if the disk is full, all the old files stay.
  package static func write(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    try StagedFiles(files).commit()
  }

  /// Removes a file. A folder of its name stays, and a missing file is no error.
  package static func remove(_ path: String) throws(FileError) {
    if unlink(path) == 0 || errno == ENOENT || Folder.isFolder(path) { return }
    throw FileError(.remove, path: path)
  }
}
