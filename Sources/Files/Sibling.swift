import SystemPackage

/// A hidden file or folder beside the one that it is to replace; the raw value is how its name ends.
enum Sibling: String, CaseIterable {
  /// It is being written.
  case partial = ".partial"
  /// It is whole.
  case complete = ".complete"

  /// The path of the sibling of a file or folder: `.NAME.partial`.
  func path(of path: FilePath) -> FilePath { path.parent.appending(".\(path.name)\(rawValue)") }

  /// The name of what a sibling is to replace; nil if a name is no sibling's. Taken apart byte by byte, for a name may
  /// begin with a combining mark.
  static func original(of name: String) -> String? {
    guard name.utf8.first == UInt8(ascii: "."),
      let ending = allCases.map(\.rawValue.utf8).first(where: { name.utf8.suffix($0.count).elementsEqual($0) })
    else { return nil }
    let original = String(decoding: name.utf8.dropFirst().dropLast(ending.count), as: UTF8.self)
    return ["", ".", ".."].contains(original) ? nil : original
  }
}
