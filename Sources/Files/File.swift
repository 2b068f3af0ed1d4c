import Glibc
import SystemPackage

/// What is done with whole files, except for writing them: see ``AtomicFile``.
package enum File {
  /// Whether there is a file or folder of this name.
  package static func exists(_ path: FilePath) -> Bool { path.withPlatformString { access($0, F_OK) } == 0 }

  /// Whether a file was written after another one, or is there and the other is not.
  package static func isNewer(_ path: FilePath, than other: FilePath) -> Bool {
    guard let time = status(of: path)?.st_mtim else { return false }
    guard let otherTime = status(of: other)?.st_mtim else { return true }
    return (time.tv_sec, time.tv_nsec) > (otherTime.tv_sec, otherTime.tv_nsec)
  }

  /// Reads a whole plain file. Waits for no pipe and reads no device.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that are read.
  ///   - bytesNeeded: the number of bytes that are needed after these, the first ones: at most 4,096, then as many as were
  ///     needed. Nothing more is read if they are there, so that their reader says what is wrong, however large the file.
  /// - Throws: if the file is missing, too large or not a plain one, or cannot be read.
  package static func read(
    _ path: FilePath, atMost limit: Int = 4_000_000_000, bytesNeeded: ([UInt8]) -> Int = { _ in .max }
  ) throws(FileError) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK, for: .read)
    let size = try file.sizeOfPlainFile()
    var bytes = try file.read(upTo: min(size, 4096))
    while bytes.count < size, case let needed = min(bytesNeeded(bytes), size), needed > bytes.count {
      if needed > limit { throw FileError(.read, path: path, code: EFBIG) }
      bytes = try file.read(upTo: needed - bytes.count, after: bytes)
      // Somebody cut the file off meanwhile.
      if bytes.count < needed { break }
    }
    return bytes
  }

  /// The first bytes of a plain file, at most 4,096.
  ///
  /// - Throws: if the file is missing or not a plain one, or cannot be read.
  package static func head(of path: FilePath) throws(FileError) -> [UInt8] { try read(path, bytesNeeded: { _ in 0 }) }

  /// Writes a file that must not exist yet, piece by piece, and waits until the disk holds it.
  ///
  /// - Parameter content: gives the pieces to its argument, one after the other.
  /// - Throws: if the folder is missing or cannot be written, or the disk is full; and what `content` throws.
  package static func create(
    _ path: FilePath, _ content: (_ take: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL, for: .create)
    try content { piece in try file.write(piece) }
    try file.synchronize()
    try file.close()
  }

  /// Removes a file. A folder of its name stays, and a missing file is no error.
  package static func remove(_ path: FilePath) throws(FileError) {
    if path.withPlatformString(unlink) == 0 || errno == ENOENT || Folder.isFolder(path) { return }
    throw FileError(.remove, path: path)
  }
}
