import Glibc
import SystemPackage

/// What changes in some folders from its creation on, as inotify(7) tells it. Made before the folders are read, it misses
/// nothing that happens after.
///
/// A file counts as changed when its writer closes it, when it is renamed and when it is removed; a file just made does
/// not, for nothing is in it yet. The folders themselves count as changed when they are moved or removed. What a folder on
/// a network holds is only seen where this machine changes it.
package struct FolderChanges: ~Copyable {
  /// A folder, and which of the names in it count.
  package struct Place: Sendable {
    fileprivate let folder: FilePath
    fileprivate let counts: @Sendable (String) -> Bool

    /// Names in a folder, which need not exist: a missing one has no changes.
    package init(_ folder: FilePath, where counts: @escaping @Sendable (String) -> Bool) {
      self.folder = folder
      self.counts = counts
    }
  }

  private let queue: Descriptor
  private let places: [Int32: Place]

  /// Watches from now on, in the order given.
  ///
  /// - Throws: where a folder cannot be read or the system lets no more be watched.
  package init(in places: [Place]) throws(FileError) {
    let queue = try Descriptor(inotifyFor: places.first?.folder ?? ".")
    var watched: [Int32: Place] = [:]
    for place in places {
      do throws(FileError) {
        watched[try queue.watch(place.folder, for: Self.events)] = place
      } catch {
        if error.code != ENOENT && error.code != ENOTDIR { throw error }
      }
    }
    self.queue = queue
    self.places = watched
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  /// Waits for a change, and on until no other follows for 5 ms, but for at most 50 ms: a writer changes several files.
  ///
  /// - Parameter limit: how long to wait; nil for ever.
  /// - Returns: whether there was a change.
  @discardableResult
  package func wait(atMost limit: Duration? = nil) throws(FileError) -> Bool {
    let clock = ContinuousClock()
    guard try hasChange(before: limit.map { clock.now + $0 }) else { return false }
    let end = clock.now + .milliseconds(50)
    while clock.now < end, try hasChange(before: min(clock.now + .milliseconds(5), end)) {}
    return true
  }

  /// Waits for one change that counts.
  private func hasChange(before deadline: ContinuousClock.Instant?) throws(FileError) -> Bool {
    let size = 16_384
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
    defer { buffer.deallocate() }
    while try queue.isReadable(before: deadline) {
      let count = try queue.read(into: buffer)
      if anyCounts(in: UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return true }
    }
    return false
  }

  /// Whether one of the events that the kernel put one after the other counts.
  private func anyCounts(in bytes: UnsafeRawBufferPointer) -> Bool {
    var start = 0
    while start + MemoryLayout<inotify_event>.size <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
      let name = start + MemoryLayout<inotify_event>.size
      start = name + Int(event.len)
      // The name is padded with zeros.
      if counts(event, name: String(decoding: bytes[name..<start].prefix { $0 != 0 }, as: UTF8.self)) { return true }
    }
    return false
  }

  private func counts(_ event: inotify_event, name: String) -> Bool {
    func has(_ flags: Int32) -> Bool { event.mask & UInt32(flags) != 0 }
    // Events were lost: anything may have changed.
    if has(IN_Q_OVERFLOW) || has(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) { return true }
    guard !has(IN_IGNORED), let place = places[event.wd], place.counts(name) else { return false }
    return !has(IN_CREATE) || Folder.isFolder(place.folder.appending(name))
  }
}
