/// Paths as POSIX takes them apart: byte by byte, for a name may begin with a combining mark.
package enum Path {
  /// The folder that holds a file or folder (`.` where the path names none), and its name there.
  package static func split(_ path: String) -> (folder: String, name: String) {
    let path = path.withoutSlashes
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = String(path[..<slash]).withoutSlashes
    return (folder.isEmpty ? "/" : folder, String(path[path.utf8.index(after: slash)...]))
  }

  /// The path of `name` in `folder`.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }
}

extension String {
  /// The path without slashes at its end, unless it is the root.
  fileprivate var withoutSlashes: String {
    var path = self
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.unicodeScalars.removeLast() }
    return path
  }
}
