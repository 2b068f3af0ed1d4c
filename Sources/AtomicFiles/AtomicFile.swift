import Glibc

/// Whole files, read and written at once.
public enum AtomicFile {
  /// Whether there is a file or folder of this name.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a file was written after another one, or is there and the other is not.
  public static func isNewer(_ path: String, than other: String) -> Bool {
    var (status, otherStatus) = (stat(), stat())
    guard stat(path, &status) == 0 else { return false }
    guard stat(other, &otherStatus) == 0 else { return true }
    let (time, otherTime) = (status.st_mtim, otherStatus.st_mtim)
    return (time.tv_sec, time.tv_nsec) > (otherTime.tv_sec, otherTime.tv_nsec)
  }

  /// Reads a whole plain file. Waits for no pipe and reads no device.
  ///
  /// - Throws: where the file is missing, cannot be read or is none.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK, for: .read)
    let size = try file.sizeOfPlainFile()
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      do throws(FileError) {
        while filled < size {
          let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
          let count = try file.read(into: UnsafeMutableRawBufferPointer(rest))
          if count == 0 { return }
          filled += count
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes a file beside its place and renames it, so that a crash leaves the old file or the new one, never a part.
  ///
  /// The file is made under the name `.NAME.partial`, and what a crash left there is removed; so two writers of one
  /// file must not run at once: hold a ``FolderLock``.
  ///
  /// - Throws: where the folder is missing or cannot be written, or the disk is full; the old file stays.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) { try write([(path, bytes)]) }

  /// Writes files as ``write(_:to:)`` does; none is put in its place before the disk holds all of them.
  ///
  /// - Throws: as ``write(_:to:)`` does; where the disk is full, all the old files stay.
  public static func write(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    func partial(_ path: String) -> String {
      let (folder, name) = Path.split(path)
      return Path.join(folder, ".\(name).partial")
    }
    var path = ""
    do throws(FileError) {
      for file in files {
        path = file.path
        try Folder.remove(partial(path))
        try writeDurably(file.bytes, to: partial(path))
      }
      for file in files {
        path = file.path
        if rename(partial(path), path) != 0 { throw FileError(.write, path: path) }
      }
    } catch {
      for file in files { unlink(partial(file.path)) }
      // The user knows the file by its own name.
      throw FileError(error.operation, path: path, code: error.code)
    }
    for folder in Set(files.map { Path.split($0.path).folder }) { try Folder.synchronize(folder) }
  }

  /// Writes a file that must not exist yet in its place, and waits until the disk holds it.
  private static func writeDurably(_ bytes: [UInt8], to path: String) throws(FileError) {
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
