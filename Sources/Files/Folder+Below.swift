import Glibc
import SystemPackage

extension Folder {
  /// The files in the folders below one, by their paths from it, sorted: `train/a`, not `a`. What is hidden, what cannot be
  /// read and what links to a folder is passed over.
  ///
  /// - Parameters:
  ///   - depth: the most folders that stand between it and a file.
  ///   - limit: the number of files and folders after which no more are looked at.
  package static func filesBelow(_ path: FilePath, depth: Int = 8, atMost limit: Int = 200_000) -> [String] {
    var files: [String] = []
    var seen = 0
    var folders = [(path: "", depth: 0)]
    while let folder = folders.popLast() {
      for name in (try? names(in: path.appending(folder.path))) ?? [] where !name.hasPrefix(".") {
        seen += 1
        if seen > limit { return files.sorted() }
        let place = folder.path.isEmpty ? name : "\(folder.path)/\(name)"
        guard let status = status(of: path.appending(place), followsLinks: false) else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: if folder.depth < depth { folders.append((place, folder.depth + 1)) }
        case S_IFLNK where isFolder(path.appending(place)): break
        default: if folder.depth > 0 { files.append(place) }
        }
      }
    }
    return files.sorted()
  }
}
