import Glibc
import SystemPackage

/// Owns an open file or folder.
struct Descriptor: ~Copyable {
  /// -1 once it is closed.
  private var number: Int32
  private let path: FilePath

  init(opening path: FilePath, _ flags: Int32, for operation: FileError.Operation) throws(FileError) {
    var opened: Int32
    repeat {
      opened = path.withPlatformString { open($0, flags | O_CLOEXEC, 0o666) }
    } while opened < 0 && errno == EINTR
    if opened < 0 { throw FileError(operation, path: path) }
    number = opened
    self.path = path
  }

  /// Opens a queue of changes for inotify(7); `path` is what errors name.
  init(inotifyFor path: FilePath) throws(FileError) {
    let opened = inotify_init1(Int32(IN_CLOEXEC))
    if opened < 0 { throw FileError(.watch, path: path) }
    number = opened
    self.path = path
  }

  deinit {
    // Nothing was written, or an error was thrown before: a failure here changes nothing.
    if number >= 0 { _ = Glibc.close(number) }
  }

  /// Closes the file; a delayed write may fail here.
  consuming func close() throws(FileError) {
    let status = Glibc.close(number)
    number = -1
    // Linux has closed the file even where a signal interrupted it.
    if status != 0 && errno != EINTR { throw FileError(.write, path: path) }
  }

  /// The size in bytes of a plain file; throws for anything else.
  func sizeOfPlainFile() throws(FileError) -> Int {
    var status = stat()
    if fstat(number, &status) != 0 { throw FileError(.read, path: path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_size
    case S_IFDIR: throw FileError(.read, path: path, code: EISDIR)
    default: throw FileError(.read, path: path, code: EINVAL)
    }
  }

  /// Reads into `buffer`, which is not empty, as much as comes at once; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while true {
      let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw FileError(.read, path: path) }
    }
  }

  /// Reads into `buffer`, which is not empty, what is at a place; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, from place: Int) throws(FileError) -> Int {
    while true {
      let count = pread(number, buffer.baseAddress, buffer.count, place)
      if count >= 0 { return count }
      if errno != EINTR { throw FileError(.read, path: path) }
    }
  }

  /// Reads until there are `count` more bytes than `start` has, or the file ends.
  func read(upTo count: Int, after start: [UInt8] = []) throws(FileError) -> [UInt8] {
    let size = start.count + count
    // An array that finds no memory ends the program, so that it is asked for beforehand.
    guard let memory = malloc(size) else { throw FileError(.read, path: path, code: ENOMEM) }
    free(memory)
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      wishForLargePages(UnsafeMutableRawBufferPointer(buffer))
      filled = start.count
      _ = buffer.update(fromContentsOf: start)
      do throws(FileError) {
        while filled < size {
          let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
          let count = try read(into: UnsafeMutableRawBufferPointer(rest))
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

  /// Adds a folder to a queue of changes, and returns the number that its events have.
  func watch(_ folder: FilePath, for events: UInt32) throws(FileError) -> Int32 {
    let watch = folder.withPlatformString { inotify_add_watch(number, $0, events) }
    if watch < 0 { throw FileError(.watch, path: folder) }
    return watch
  }

  /// Waits until something can be read; false where nothing came before the deadline.
  func isReadable(before deadline: ContinuousClock.Instant?) throws(FileError) -> Bool {
    var state = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    while true {
      let rest = deadline.map { max(.zero, $0 - ContinuousClock().now) / .milliseconds(1) }
      let count = poll(&state, 1, rest.map { Int32(clamping: Int($0.rounded(.up))) } ?? -1)
      if count >= 0 { return count > 0 }
      if errno != EINTR { throw FileError(.watch, path: path) }
    }
  }

  /// Writes all bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(number, piece.baseAddress, piece.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileError(.write, path: path)
      }
    }
  }

  /// Waits until the disk holds what was written.
  func synchronize() throws(FileError) {
    // Some file systems cannot synchronize a folder and say so with EINVAL.
    if fsync(number) != 0 && errno != EINVAL { throw FileError(.write, path: path) }
  }

  /// Takes the exclusive lock without waiting; false where the file system has no locks.
  func lock() throws(FileError) -> Bool {
    while flock(number, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: throw FileError(.lock, path: path)
      default: return false
      }
    }
    return true
  }
}

/// Has memory that is to be filled mapped in large pages, if the system has them and it is large: one by one, the 40,000 small
/// pages of a long history take as long as its bytes.
private func wishForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  let largePage = 2 << 20
  guard let start = memory.baseAddress?.alignedUp(toMultipleOf: largePage), memory.count >= 2 * largePage else {
    return
  }
  // A wish: if it is not granted, pages are small.
  _ = madvise(start, memory.count - largePage, MADV_HUGEPAGE)
}
