import Glibc
import SystemPackage

/// What the system knows of a file or folder; nil if there is none, and then `errno` says why.
///
/// - Parameter followsLinks: whether a link stands for what it leads to, not for itself.
func status(of path: FilePath, followsLinks: Bool = true) -> stat? {
  var status = stat()
  let code = path.withPlatformString { followsLinks ? stat($0, &status) : lstat($0, &status) }
  return code == 0 ? status : nil
}
