import Glibc
import SystemPackage

/// Paths that match a shell's pattern, such as `runs/seed-*`.
package enum Glob {
  /// What matches a pattern of `*`, `?` and `[…]`, in natural order: `seed-2` before `seed-10`. If folders match, files that
  /// match too are passed over. Names that begin with a dot only match a dot.
  ///
  /// - Throws: if a folder cannot be read.
  package static func paths(matching pattern: FilePath) throws(FileError) -> [FilePath] {
    var found = glob_t()
    defer { globfree(&found) }
    let status = pattern.withPlatformString { glob($0, GLOB_NOSORT, nil, &found) }
    switch status {
    case 0: break
    case GLOB_NOMATCH: return []
    default: throw FileError(.read, path: pattern, code: status == GLOB_NOSPACE ? ENOMEM : EACCES)
    }
    let paths = UnsafeBufferPointer(start: found.gl_pathv, count: Int(found.gl_pathc)).compactMap { path in
      path.map { FilePath(platformString: $0) }
    }
    let folders = paths.filter(Folder.isFolder)
    return (folders.isEmpty ? paths : folders).sorted { isOrderedNaturally($0.string, $1.string) }
  }

  /// Whether a name comes before another one, with the numbers in both compared as numbers.
  static func isOrderedNaturally(_ name: String, _ other: String) -> Bool {
    for (part, otherPart) in zip(parts(of: name), parts(of: other)) where part != otherPart {
      guard let first = part.first, let other = otherPart.first, isDigit(first), isDigit(other) else {
        return part < otherPart
      }
      // As in strverscmp(3), digits after a zero are those of a fraction: 0.01, 0.02, 0.1.
      if first == "0" || other == "0" { return part < otherPart }
      return (part.count, part) < (otherPart.count, otherPart)
    }
    return name < other
  }

  /// A name in pieces that are all digits or have none.
  private static func parts(of name: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = name[...]
    while let first = rest.first {
      let part = rest.prefix { isDigit($0) == isDigit(first) }
      parts.append(part)
      rest = rest[part.endIndex...]
    }
    return parts
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }
}
