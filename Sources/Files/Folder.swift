import Glibc
import SystemPackage

/// What is done with folders as a whole.
package enum Folder {
  /// Makes a folder and those above it, as far as they do not exist.
  ///
  /// - Throws: where a file stands in the way, or the folder above cannot be written.
  package static func create(_ path: FilePath) throws(FileError) {
    if make(path) == 0 { return }
    switch errno {
    case ENOENT where path.parent != path:
      try create(path.parent)
      if make(path) != 0 && errno != EEXIST { throw FileError(.create, path: path) }
    case EEXIST where isFolder(path): return
    default: throw FileError(.create, path: path)
    }
  }

  /// mkdir(2): 0, or -1 with the reason in `errno`.
  static func make(_ path: FilePath) -> Int32 { path.withPlatformString { mkdir($0, 0o777) } }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed. What is missing is no error.
  package static func remove(_ path: FilePath) throws(FileError) {
    guard let status = status(of: path, followsLinks: false) else {
      if errno == ENOENT { return }
      throw FileError(.remove, path: path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      if path.withPlatformString(unlink) != 0 && errno != ENOENT { throw FileError(.remove, path: path) }
      return
    }
    for entry in try entries(of: path) { try remove(path.appending(entry)) }
    if path.withPlatformString(rmdir) != 0 && errno != ENOENT { throw FileError(.remove, path: path) }
  }

  /// The names of what is in a folder, sorted.
  package static func names(in path: FilePath) throws(FileError) -> [String] {
    try entries(of: path).map(\.string).sorted()
  }

  /// What is in a folder, in any order; unlike strings, components keep names that are no UTF-8.
  private static func entries(of path: FilePath) throws(FileError) -> [FilePath.Component] {
    guard let folder = path.withPlatformString(opendir) else { throw FileError(.read, path: path) }
    defer { closedir(folder) }
    var entries: [FilePath.Component] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        if errno != 0 { throw FileError(.read, path: path) }
        return entries
      }
      let component = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          FilePath.Component(platformString: $0)
        }
      }
      if let component, component.kind == .regular { entries.append(component) }
    }
  }

  /// Whether the path is that of a folder, or of a link to one.
  package static func isFolder(_ path: FilePath) -> Bool {
    status(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// The name of a folder: the last part of its path once links, `.` and `..` are resolved.
  package static func name(of path: FilePath) -> String {
    guard let resolved = path.withPlatformString({ realpath($0, nil) }) else { return path.name }
    defer { free(resolved) }
    return FilePath(platformString: resolved).name
  }

  /// A folder, or the nearest above it that exists, with the name that is missing there.
  package static func nearest(to path: FilePath) -> (folder: FilePath, missing: String?) {
    var (nearest, missing) = (path, String?.none)
    while !isFolder(nearest) {
      if nearest.parent == nearest { break }
      (nearest, missing) = (nearest.parent, nearest.name)
    }
    return (nearest, missing)
  }

  /// Whether two paths lead to one folder.
  package static func areSame(_ path: FilePath, _ other: FilePath) -> Bool {
    guard let state = state(of: path), let other = self.state(of: other) else { return false }
    return (state.device, state.inode) == (other.device, other.inode)
  }

  /// What tells a folder from another one that takes its place.
  package struct State: Equatable {
    fileprivate let device: UInt
    fileprivate let inode: UInt
    /// Numbers of inodes are given again; the time of the last change tells those apart.
    fileprivate let changed: [Int]
  }

  /// The state of what is at a path; nil where there is nothing.
  package static func state(of path: FilePath) -> State? {
    guard let status = status(of: path) else { return nil }
    return State(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), changed: [status.st_ctim.tv_sec, status.st_ctim.tv_nsec])
  }

  /// Waits until the disk holds a folder's list of names.
  static func synchronize(_ path: FilePath) throws(FileError) {
    try Descriptor(opening: path, O_RDONLY | O_DIRECTORY, for: .write).synchronize()
  }
}

extension Folder {
  /// Checks that files can be made in a folder, so that long work does not start in vain.
  ///
  /// - Throws: where the folder cannot be written.
  package static func checkWritable(_ path: FilePath) throws(FileError) {
    if path.withPlatformString({ access($0, W_OK | X_OK) }) != 0 { throw FileError(.create, path: path) }
  }
}
