import CRename
import Glibc
import SystemPackage

/// rename(2): 0, or -1 with the reason in `errno`.
func rename(_ path: FilePath, to other: FilePath) -> Int32 {
  path.withPlatformString { path in other.withPlatformString { rename(path, $0) } }
}

/// renameat2(2) with RENAME_EXCHANGE, by which two files or folders swap their names: 0, or -1 with the reason in `errno`.
func exchangeNames(_ path: FilePath, _ other: FilePath) -> Int32 {
  path.withPlatformString { path in
    other.withPlatformString { renameat2(AT_FDCWD, path, AT_FDCWD, $0, RENAME_EXCHANGE) }
  }
}
