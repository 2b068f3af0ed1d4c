/// Paths as POSIX takes them apart.
package enum Path {
  /// The folder that holds a file or folder (`.` where the path names none), and its name there.
  package static func split(_ path: String) -> (folder: String, name: String) {
    let path = path.withoutSlashes
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash]).withoutSlashes
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }

  /// The path of `name` in `folder`.
  static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

extension String {
  /// The path without slashes at its end, unless it is the root.
  fileprivate var withoutSlashes: String {
    var path = self
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
