import Glibc

/// What is done with folders as a whole.
package enum Folder {
  /// Makes a folder and those above it, as far as they do not exist.
  ///
  /// - Throws: where a file stands in the way, or the folder above cannot be written.
  package static func create(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case ENOENT where Path.split(path).folder != path:
      try create(Path.split(path).folder)
      if mkdir(path, 0o777) != 0 && errno != EEXIST { throw FileError(.create, path: path) }
    case EEXIST where isFolder(path): return
    default: throw FileError(.create, path: path)
    }
  }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed. What is missing is no error.
  package static func remove(_ path: String) throws(FileError) {
    var status = stat()
    if lstat(path, &status) != 0 {
      if errno == ENOENT { return }
      throw FileError(.remove, path: path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      if unlink(path) != 0 && errno != ENOENT { throw FileError(.remove, path: path) }
      return
    }
    for name in try names(in: path) { try remove(Path.join(path, name)) }
    if rmdir(path) != 0 && errno != ENOENT { throw FileError(.remove, path: path) }
  }

  /// The names of what is in a folder, sorted.
  package static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError(.read, path: path) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        if errno != 0 { throw FileError(.read, path: path) }
        return names.sorted()
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
  }

  /// Whether the path is that of a folder, or of a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The name of a folder: the last part of its path once links, `.` and `..` are resolved.
  package static func name(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return Path.split(path).name }
    defer { free(resolved) }
    return Path.split(String(cString: resolved)).name
  }

  /// A folder, or the nearest above it that exists, with the name that is missing there.
  package static func nearest(to path: String) -> (folder: String, missing: String?) {
    var (nearest, missing) = (path, String?.none)
    while !isFolder(nearest) {
      let (folder, name) = Path.split(nearest)
      if folder == nearest { break }
      (nearest, missing) = (folder, name)
    }
    return (nearest, missing)
  }

  /// Whether two paths lead to one folder.
  package static func areSame(_ path: String, _ other: String) -> Bool {
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
  package static func state(of path: String) -> State? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return State(
      device: UInt(status.st_dev), inode: UInt(status.st_ino), changed: [status.st_ctim.tv_sec, status.st_ctim.tv_nsec])
  }

  /// Waits until the disk holds a folder's list of names.
  static func synchronize(_ path: String) throws(FileError) {
    try Descriptor(opening: path, O_RDONLY | O_DIRECTORY, for: .write).synchronize()
  }
}

extension Folder {
  /// Checks that files can be made in a folder, so that long work does not start in vain.
  ///
  /// - Throws: where the folder cannot be written.
  package static func checkWritable(_ path: String) throws(FileError) {
    if access(path, W_OK | X_OK) != 0 { throw FileError(.create, path: path) }
  }
}
