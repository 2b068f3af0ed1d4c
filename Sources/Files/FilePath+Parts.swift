import SystemPackage

extension FilePath {
  /// The folder that holds a file or folder; `.` if the path names none.
  package var parent: FilePath {
    let parent = removingLastComponent()
    return parent.isEmpty ? "." : parent
  }

  /// The name of a file or folder in its ``parent``; empty for the root.
  package var name: String { lastComponent?.string ?? "" }
}
